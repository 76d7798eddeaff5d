package io.tsad.trainer.backpropagation;

import io.tsad.runtime.model.LengthRule;

/** What the exported graph does to a raw series, done here for training, in the same order. */
final class MinMax {
  private MinMax() {}

  /**
   * Cuts or pads {@code raw} to the rule's length and scales it to [0, 1] in double; a constant
   * series becomes zeros.
   */
  static double[] scale(double[] raw, LengthRule rule) {
    int seen = Math.min(raw.length, rule.samples());
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < seen; i++) {
      min = Math.min(min, raw[i]);
      max = Math.max(max, raw[i]);
    }
    double range = max - min;
    double divisor = range == 0 ? 1 : range;
    double[] scaled = new double[rule.samples()];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (raw[Math.min(i, seen - 1)] - min) / divisor;
    }
    return scaled;
  }
}
