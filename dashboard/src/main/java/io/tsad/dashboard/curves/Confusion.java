package io.tsad.dashboard.curves;

/**
 * Validation series by truth and verdict at a threshold.
 *
 * @param truePositives anomalies called so
 * @param falsePositives normal series called anomalies
 * @param falseNegatives anomalies called normal
 * @param trueNegatives normal series called so
 */
public record Confusion(
    int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
  /** At {@code threshold}. */
  public static Confusion of(ValidationScores scores, double threshold) {
    int truePositives = ValidationScores.reaching(scores.anomalies(), threshold);
    int falsePositives = ValidationScores.reaching(scores.normals(), threshold);
    return new Confusion(
        truePositives,
        falsePositives,
        scores.anomalies().length - truePositives,
        scores.normals().length - falsePositives);
  }

  /** Share of the anomalies that are found; 0 where there are none. */
  public double recall() {
    return share(truePositives, truePositives + falseNegatives);
  }

  /** Share of the normal series that raise a false alarm; 0 where there are none. */
  public double falsePositiveRate() {
    return share(falsePositives, falsePositives + trueNegatives);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
