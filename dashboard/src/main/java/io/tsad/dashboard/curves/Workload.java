package io.tsad.dashboard.curves;

/**
 * What a model meets where it is used.
 *
 * @param seriesPerDay how many series it scores, above 0
 * @param baseRate share of anomalies among them, 0 to 1
 */
public record Workload(double seriesPerDay, double baseRate) {
  /** Where nobody says what it is. */
  public static final Workload USUAL = new Workload(1_000, 0.01);
}
