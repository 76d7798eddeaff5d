package io.tsad.runtime.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Quantiles of a sample, interpolated linearly between order statistics (type 7 of Hyndman and Fan,
 * <em>Sample Quantiles in Statistical Packages</em>, 1996; NumPy's default).
 *
 * @param p0 the minimum
 * @param p1 the 1 % quantile, and so on
 * @param p100 the maximum
 */
public record Quantiles(
    double p0,
    double p1,
    double p5,
    double p25,
    double p50,
    double p75,
    double p95,
    double p99,
    double p100) {
  /** Of {@code values}, finite and at least one, in any order. */
  public static Quantiles of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Quantiles of nothing");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quantiles(
        sorted[0],
        at(sorted, 1),
        at(sorted, 5),
        at(sorted, 25),
        at(sorted, 50),
        at(sorted, 75),
        at(sorted, 95),
        at(sorted, 99),
        sorted[sorted.length - 1]);
  }

  /** By the names {@code p0} … {@code p100}, in order. */
  public Map<String, Double> toMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("p0", p0);
    map.put("p1", p1);
    map.put("p5", p5);
    map.put("p25", p25);
    map.put("p50", p50);
    map.put("p75", p75);
    map.put("p95", p95);
    map.put("p99", p99);
    map.put("p100", p100);
    return map;
  }

  /**
   * Whether {@code value} lies beyond all of the sample and beyond Tukey's outer fences: below
   * {@code p25 − 3·(p75 − p25)} or above {@code p75 + 3·(p75 − p25)} (Tukey, <em>Exploratory Data
   * Analysis</em>, 1977). The extremes alone would call about two values in {@code n} unlike a
   * sample of size {@code n} from the same source; the fences alone would call members of a skewed
   * sample unlike itself.
   */
  public boolean outlies(double value) {
    double fence = 3 * (p75 - p25);
    return value < Math.min(p0, p25 - fence) || value > Math.max(p100, p75 + fence);
  }

  /** Of the same sample, with every value above {@code limit} made {@code limit}. */
  Quantiles atMost(double limit) {
    return new Quantiles(
        Math.min(p0, limit),
        Math.min(p1, limit),
        Math.min(p5, limit),
        Math.min(p25, limit),
        Math.min(p50, limit),
        Math.min(p75, limit),
        Math.min(p95, limit),
        Math.min(p99, limit),
        Math.min(p100, limit));
  }

  private static double at(double[] sorted, int percent) {
    double position = (sorted.length - 1) * (percent / 100.0);
    int below = (int) position;
    double share = position - below;
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    // Weighted so that two huge values of opposite sign do not overflow, and equal ones stay equal.
    return low == high ? low : low * (1 - share) + high * share;
  }
}
