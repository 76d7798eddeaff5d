package io.tsad.dashboard.intake;

import io.tsad.runtime.series.InvalidSeriesException;

/** What became of one series of a request. */
public sealed interface Outcome {
  /** It was scored, and is in the history. */
  record Scored(io.tsad.dashboard.scoring.Scored scored) implements Outcome {}

  /** It cannot be read, or not be scored. */
  record Refused(InvalidSeriesException fault) implements Outcome {}
}
