package io.tsad.runtime.evaluation;

/**
 * A figure with its 95 % interval.
 *
 * @param low the interval's lower end
 * @param high its upper end
 */
public record Estimate(double value, double low, double high) {
  static Estimate of(double value, Interval interval) {
    return new Estimate(value, interval.low(), interval.high());
  }
}
