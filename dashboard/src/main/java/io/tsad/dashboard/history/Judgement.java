package io.tsad.dashboard.history;

import io.tsad.runtime.detect.Verdict;

/** What an operator says of a verdict. */
public enum Judgement {
  RIGHT,
  WRONG;

  /** What the series really is, if {@code verdict} deserves this. */
  public Verdict truth(Verdict verdict) {
    boolean anomaly = (verdict == Verdict.ANOMALY) == (this == RIGHT);
    return anomaly ? Verdict.ANOMALY : Verdict.NORMAL;
  }
}
