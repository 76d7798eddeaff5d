package io.tsad.runtime.evaluation;

import java.util.List;

/**
 * Counts of series by truth and verdict; positive is the class that is looked for.
 *
 * @param truePositives positive series called positive
 * @param falsePositives negative series called positive
 * @param falseNegatives positive series called negative
 * @param trueNegatives negative series called negative
 */
public record ConfusionMatrix(
    int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

  /** Counts verdicts: positive if the probability of the positive class reaches the threshold. */
  public static ConfusionMatrix of(List<Scored> scored, int positive, double threshold) {
    int[][] count = new int[2][2];
    for (Scored series : scored) {
      int truth = series.label() == positive ? 1 : 0;
      int verdict = series.probability(positive) >= threshold ? 1 : 0;
      count[truth][verdict]++;
    }
    return new ConfusionMatrix(count[1][1], count[0][1], count[1][0], count[0][0]);
  }

  public int positives() {
    return truePositives + falseNegatives;
  }

  public int negatives() {
    return falsePositives + trueNegatives;
  }

  /** Share of right verdicts. */
  public double accuracy() {
    return (truePositives + trueNegatives) / (double) (positives() + negatives());
  }

  /** Mean of recall and specificity. */
  public double balancedAccuracy() {
    return (recall() + specificity()) / 2;
  }

  /** Share of true ones among the series called positive; 0 if none was, as scikit-learn has it. */
  public double precision() {
    int called = truePositives + falsePositives;
    return called == 0 ? 0 : truePositives / (double) called;
  }

  /** Share of the positive series that were called positive: the true positive rate. */
  public double recall() {
    return truePositives / (double) positives();
  }

  /** Share of the negative series that were called negative. */
  public double specificity() {
    return trueNegatives / (double) negatives();
  }

  /** Share of the negative series that were called positive. */
  public double falsePositiveRate() {
    return falsePositives / (double) negatives();
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
  }
}
