package io.tsad.runtime.detect;

import io.tsad.runtime.model.Threshold;
import java.util.Locale;

/** The answer for one series, whatever the model calls its classes. */
public enum Verdict {
  NORMAL,
  ANOMALY;

  /**
   * The verdict of {@code positive}, the probability of the positive class: <em>anomaly</em> from
   * the threshold on.
   */
  static Verdict of(float positive, Threshold threshold) {
    return positive >= threshold.value() ? ANOMALY : NORMAL;
  }

  /** {@code normal} or {@code anomaly}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
