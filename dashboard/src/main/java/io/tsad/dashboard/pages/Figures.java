package io.tsad.dashboard.pages;

/**
 * What a series is like, for its page.
 *
 * @param samples how many
 */
public record Figures(int samples, double minimum, double maximum, double mean) {
  static Figures of(double[] values) {
    double minimum = values[0];
    double maximum = values[0];
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      minimum = Math.min(minimum, values[i]);
      maximum = Math.max(maximum, values[i]);
      // Neither a sum nor a difference that could overflow: a mean that is no number has no page.
      mean += values[i] / (i + 1) - mean / (i + 1);
    }
    return new Figures(values.length, minimum, maximum, mean);
  }
}
