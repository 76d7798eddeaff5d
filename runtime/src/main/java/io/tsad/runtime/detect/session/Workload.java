package io.tsad.runtime.detect.session;

/** How much there is to score; it decides how a model is opened. */
public enum Workload {
  /**
   * A few series in a process that ends then: the model is opened as fast as can be, from its
   * cached copy where there is one, and each pass takes a little longer.
   */
  FEW,
  /** Many series, or a process that stays: opening takes longer, each pass is as fast as can be. */
  MANY
}
