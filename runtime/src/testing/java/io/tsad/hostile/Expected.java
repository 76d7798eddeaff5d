package io.tsad.hostile;

/** What an entry must say to an input. */
public sealed interface Expected {
  /**
   * No: one line that names the input and goes on with {@code words}, and a status that is no
   * success.
   */
  record Refused(String words) implements Expected {}

  /** Nothing is wrong: these are its samples, at least {@link HostileInput#SAMPLES}. */
  record Read(double[] values) implements Expected {}

  /** Left out: one line that names the input and goes on with {@code words}; all else is done. */
  record Skipped(String words) implements Expected {}
}
