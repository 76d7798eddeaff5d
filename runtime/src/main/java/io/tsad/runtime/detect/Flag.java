package io.tsad.runtime.detect;

import java.util.Locale;

/** What a reader of a verdict should know about its series. */
public enum Flag {
  /** All samples the model sees are equal; they scale to zeros. */
  CONSTANT,
  /** Longer than the model's length: samples beyond it were not looked at. */
  CUT,
  /** Shorter than the model's length: filled up with its last value. */
  PADDED,
  /** Unlike the series the model learned from, by the measures in its card. */
  OUTSIDE_CONTRACT;

  /** The name in lower case, with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
