package io.tsad.runtime.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities are what they say: of the series given a probability of the positive class
 * in each tenth of [0, 1], the mean of it, and how many are positive.
 *
 * @param bins those with series in them, the lowest first
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * One tenth.
   *
   * @param series in it
   * @param probability their mean
   * @param positives the share of them that is positive
   */
  public record Bin(int series, double probability, double positives) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Of some series.
   *
   * @param positive index of the positive class
   */
  public static Reliability of(List<Scored> scored, int positive) {
    int[] series = new int[BINS];
    double[] sum = new double[BINS];
    int[] positives = new int[BINS];
    for (Scored one : scored) {
      double probability = one.probability(positive);
      int bin = Math.min(BINS - 1, (int) (probability * BINS));
      series[bin]++;
      sum[bin] += probability;
      positives[bin] += one.label() == positive ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (series[i] > 0) {
        bins.add(new Bin(series[i], sum[i] / series[i], positives[i] / (double) series[i]));
      }
    }
    return new Reliability(bins);
  }

  /**
   * The expected calibration error (Naeini, Cooper and Hauskrecht, <em>Obtaining Well Calibrated
   * Probabilities Using Bayesian Binning</em>, 2015): how far the two are apart, on average over
   * the series.
   */
  public double expectedCalibrationError() {
    double error = 0;
    int all = 0;
    for (Bin bin : bins) {
      error += bin.series() * Math.abs(bin.probability() - bin.positives());
      all += bin.series();
    }
    return error / all;
  }
}
