package io.tsad.runtime.detect;

import java.util.Locale;

/** The answer for one series, whatever the model calls its classes. */
public enum Verdict {
  NORMAL,
  ANOMALY;

  /** {@code normal} or {@code anomaly}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
