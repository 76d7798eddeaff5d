package io.tsad.dashboard.scoring;

import java.time.Duration;
import java.util.List;

/** Hears of what is scored, on the thread that scores: it must be quick. */
public interface ScoringListener {
  /** Series were scored in one pass, which took so long with its note in the history. */
  void scored(List<Scored> scored, Duration took);

  /** A series was turned away. */
  void overloaded();
}
