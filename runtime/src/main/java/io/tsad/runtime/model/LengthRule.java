package io.tsad.runtime.model;

/**
 * How a series of any length becomes the model's: a longer one is cut, a shorter one refused or
 * padded.
 *
 * @param samples the model's input length, in samples, at least one
 * @param pad whether a shorter series is padded at its end with its last value; otherwise it is
 *     refused
 */
public record LengthRule(int samples, boolean pad) {
  public LengthRule {
    if (samples < 1) {
      throw new IllegalArgumentException("A length of " + samples + " samples");
    }
  }
}
