package io.tsad.dashboard.curves;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities are what they say: of the validation series with a probability of about
 * 0.8, are 80 % anomalies? By tenths, as Guo et al., <em>On Calibration of Modern Neural
 * Networks</em>, 2017.
 *
 * @param bins the tenths that hold a series
 * @param expectedCalibrationError mean distance of the two, weighted by the bins' counts
 */
public record Reliability(List<Bin> bins, double expectedCalibrationError) {
  private static final int TENTHS = 10;

  /**
   * A tenth.
   *
   * @param probability mean of its series
   * @param anomalies share of anomalies among them
   * @param count how many they are
   */
  public record Bin(double probability, double anomalies, int count) {}

  /** Of {@code scores}. */
  public static Reliability of(ValidationScores scores) {
    double[] sums = new double[TENTHS];
    int[] counts = new int[TENTHS];
    int[] anomalies = new int[TENTHS];
    for (float score : scores.anomalies()) {
      anomalies[Histogram.bin(score, TENTHS)]++;
    }
    for (float[] side : List.of(scores.anomalies(), scores.normals())) {
      for (float score : side) {
        int bin = Histogram.bin(score, TENTHS);
        sums[bin] += score;
        counts[bin]++;
      }
    }
    int all = scores.anomalies().length + scores.normals().length;
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int i = 0; i < TENTHS; i++) {
      if (counts[i] > 0) {
        Bin bin = new Bin(sums[i] / counts[i], (double) anomalies[i] / counts[i], counts[i]);
        bins.add(bin);
        error += Math.abs(bin.probability - bin.anomalies) * counts[i] / all;
      }
    }
    return new Reliability(List.copyOf(bins), error);
  }
}
