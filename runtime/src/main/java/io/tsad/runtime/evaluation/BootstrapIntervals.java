package io.tsad.runtime.evaluation;

import java.util.Random;

/**
 * 95 % percentile-bootstrap intervals (Efron and Tibshirani, <i>An Introduction to the
 * Bootstrap</i>, 1993, chapter 13) from stratified resamples: each draws, with replacement, as many
 * positive and as many negative series as there are. Stratified, as pROC's default (Robin et al.,
 * <i>pROC</i>, BMC Bioinformatics 12:77, 2011), because how many series of each class a validation
 * folder holds was decided by whoever filled it; so no resample lacks a class. The intervals tell
 * how far the figures depend on which series were drawn, at this share of positives and for this
 * one trained model; another training run varies more. A class of a handful of series gives an
 * interval that is too narrow.
 *
 * @param resamples how many resamples were drawn
 * @param seed of {@link Random}, which draws the same everywhere
 */
public record BootstrapIntervals(
    int resamples,
    long seed,
    Interval accuracy,
    Interval balancedAccuracy,
    Interval auc,
    Interval averagePrecision) {

  static BootstrapIntervals of(RankedScores scores, double threshold, int resamples, long seed) {
    Random random = new Random(seed);
    int[] positives = scores.ranks(true);
    int[] negatives = scores.ranks(false);
    int firstCalled = scores.firstRankAtOrAbove(threshold);
    double[][] values = new double[4][resamples];
    for (int i = 0; i < resamples; i++) {
      int[] drawnPositives = draw(positives, scores.levels(), random);
      int[] drawnNegatives = draw(negatives, scores.levels(), random);
      Metrics metrics = Metrics.of(drawnPositives, drawnNegatives, firstCalled);
      values[0][i] = metrics.accuracy();
      values[1][i] = metrics.balancedAccuracy();
      values[2][i] = metrics.auc();
      values[3][i] = metrics.averagePrecision();
    }
    return new BootstrapIntervals(
        resamples,
        seed,
        Interval.ofPercentiles(values[0]),
        Interval.ofPercentiles(values[1]),
        Interval.ofPercentiles(values[2]),
        Interval.ofPercentiles(values[3]));
  }

  private static int[] draw(int[] ranks, int levels, Random random) {
    int[] counts = new int[levels];
    for (int i = 0; i < ranks.length; i++) {
      counts[ranks[random.nextInt(ranks.length)]]++;
    }
    return counts;
  }
}
