package io.tsad.dataset.generate;

import java.util.ArrayList;
import java.util.List;

/** Draws normal series. A unit is about the amplitude of the main season; a sample is a day. */
final class Processes {
  private static final double YEAR = 365.25;
  private static final double TEN_YEARS = 3653;

  private Processes() {}

  /**
   * A slope, an annual and a semi-annual cycle, and AR(1) noise of 3–12 % of a unit: like stations
   * of one region, whose season comes at the same time of the year give or take a week.
   */
  static Components plain(int length, Draws draws) {
    List<Cycle> cycles =
        List.of(
            new Cycle(YEAR, draws.between(0.9, 1.1), 1 + draws.between(-0.1, 0.1)),
            new Cycle(YEAR / 2, draws.between(0.2, 0.3), 1 + draws.between(-0.1, 0.1)));
    double[] trend = slope(length, draws.between(0.3, 1.2));
    double[] noise = noise(length, draws.between(0.3, 0.8), draws.between(0.03, 0.12), draws);
    return new Components(cycles, trend, noise);
  }

  /** One to three cycles of 7 to 700 days, a slope, in one half a random walk, and AR(1) noise. */
  static Components varied(int length, Draws draws) {
    List<Cycle> cycles = new ArrayList<>();
    int count = 1 + draws.below(3);
    for (int i = 0; i < count; i++) {
      cycles.add(
          new Cycle(
              draws.logBetween(7, 700), draws.between(0.3, 1.2), draws.between(0, Cycle.TURN)));
    }
    double[] trend = slope(length, draws.between(-2, 2));
    if (draws.sign() > 0) {
      walk(trend, draws.logBetween(0.005, 0.05), draws);
    }
    double[] noise = noise(length, draws.between(0, 0.9), draws.logBetween(0.03, 0.4), draws);
    return new Components(cycles, trend, noise);
  }

  /** A straight line through the middle of the series, {@code rise} units in ten years. */
  private static double[] slope(int length, double rise) {
    double[] trend = new double[length];
    for (int t = 0; t < length; t++) {
      trend[t] = rise * (t - length / 2.0) / TEN_YEARS;
    }
    return trend;
  }

  private static void walk(double[] trend, double step, Draws draws) {
    double at = 0;
    for (int t = 0; t < trend.length; t++) {
      at += step * draws.gaussian();
      trend[t] += at;
    }
  }

  /** AR(1) noise of the standard deviation {@code deviation}, stationary from its first sample. */
  private static double[] noise(int length, double memory, double deviation, Draws draws) {
    double fresh = StrictMath.sqrt(1 - memory * memory);
    double[] noise = new double[length];
    double at = draws.gaussian();
    for (int t = 0; t < length; t++) {
      noise[t] = deviation * at;
      at = memory * at + fresh * draws.gaussian();
    }
    return noise;
  }
}
