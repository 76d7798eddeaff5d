package io.tsad.dashboard.curves;

/**
 * How many validation series have a probability in each twentieth from 0 to 1.
 *
 * @param anomalies counts of anomalies
 * @param normals counts of normal series
 */
public record Histogram(int[] anomalies, int[] normals) {
  public static final int BINS = 20;

  /** Of {@code scores}. */
  public static Histogram of(ValidationScores scores) {
    return new Histogram(count(scores.anomalies()), count(scores.normals()));
  }

  private static int[] count(float[] scores) {
    int[] counts = new int[BINS];
    for (float score : scores) {
      counts[bin(score)]++;
    }
    return counts;
  }

  /** Which bin a probability falls into; 1 into the last. */
  static int bin(float probability) {
    return Math.min(BINS - 1, (int) (probability * BINS));
  }
}
