package io.tsad.runtime.doctor;

import java.util.Locale;

/** How a finding is to be taken. */
public enum Mark {
  OK,
  /** Worth knowing; tsad works all the same. */
  WARN,
  /** What was asked for does not work. */
  FAIL;

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
