package io.tsad.trainer.baseline;

import io.tsad.runtime.model.LengthRule;

/** Series as the nearest neighbour compares them. */
final class Standardised {
  private Standardised() {}

  /**
   * Cut or padded to the rule's length, averaged down, and of mean 0 and deviation 1; a constant
   * series becomes zeros.
   *
   * @param samples at most the rule's
   */
  static double[] of(double[] raw, LengthRule rule, int samples) {
    int length = rule.samples();
    double[] values = new double[samples];
    for (int i = 0; i < samples; i++) {
      int from = (int) ((long) i * length / samples);
      int to = (int) ((i + 1L) * length / samples);
      double sum = 0;
      for (int j = from; j < to; j++) {
        sum += raw[Math.min(j, raw.length - 1)];
      }
      values[i] = sum / (to - from);
    }
    double mean = 0;
    for (double value : values) {
      mean += value / samples;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / samples;
    }
    double deviation = Math.sqrt(variance);
    for (int i = 0; i < samples; i++) {
      values[i] = deviation == 0 ? 0 : (values[i] - mean) / deviation;
    }
    return values;
  }
}
