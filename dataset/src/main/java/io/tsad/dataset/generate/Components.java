package io.tsad.dataset.generate;

import java.util.List;

/**
 * A series before its parts are summed, so that an anomaly can touch one of them: the season alone,
 * or the noise alone. All arrays are as long as the series; anomalies write to them.
 */
final class Components {
  private final List<Cycle> cycles;
  private final double[] trend;
  private final double[] season;
  private final double[] noise;
  private final double deviation;

  /**
   * @param cycles what the season is the sum of
   * @param trend slope and random walk
   * @param noise what is left
   */
  Components(List<Cycle> cycles, double[] trend, double[] noise) {
    this.cycles = List.copyOf(cycles);
    this.trend = trend;
    this.noise = noise;
    this.season = new double[trend.length];
    for (int t = 0; t < season.length; t++) {
      season[t] = seasonAt(t);
    }
    this.deviation = standardDeviation(sum());
  }

  /** The season as the cycles give it, at any time, also between samples. */
  double seasonAt(double time) {
    double value = 0;
    for (Cycle cycle : cycles) {
      value += cycle.at(time);
    }
    return value;
  }

  int length() {
    return trend.length;
  }

  double[] trend() {
    return trend;
  }

  double[] season() {
    return season;
  }

  double[] noise() {
    return noise;
  }

  /** The standard deviation of the whole series as it was before any anomaly. */
  double deviation() {
    return deviation;
  }

  double valueAt(int t) {
    return trend[t] + season[t] + noise[t];
  }

  double[] sum() {
    double[] values = new double[length()];
    for (int t = 0; t < values.length; t++) {
      values[t] = valueAt(t);
    }
    return values;
  }

  private static double standardDeviation(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean) / values.length;
    }
    return StrictMath.sqrt(square);
  }
}
