package io.tsad.runtime.evaluation;

/**
 * The figures that are bootstrapped, from counts per rank in one sweep, without sorting again for
 * each of a thousand resamples.
 *
 * @param auc as {@link RocCurve#auc} has it
 * @param averagePrecision as {@link PrCurve#averagePrecision} has it
 */
record Metrics(double accuracy, double balancedAccuracy, double auc, double averagePrecision) {

  /**
   * Sweeps from the highest rank down.
   *
   * @param positives how many positive series have each rank
   * @param negatives how many negative series have each rank
   * @param firstCalled series of this rank and higher are called positive
   */
  static Metrics of(int[] positives, int[] negatives, int firstCalled) {
    long above = 0; // positives so far, by falling rank
    long negativesAbove = 0;
    long truePositives = 0;
    long falsePositives = 0;
    double pairsInOrder = 0;
    double average = 0;
    for (int r = positives.length - 1; r >= 0; r--) {
      pairsInOrder += negatives[r] * (above + positives[r] / 2.0);
      above += positives[r];
      negativesAbove += negatives[r];
      if (positives[r] > 0) {
        average += positives[r] * (above / (double) (above + negativesAbove));
      }
      if (r == firstCalled) {
        truePositives = above;
        falsePositives = negativesAbove;
      }
    }
    double all = above;
    double allNegatives = negativesAbove;
    double trueNegatives = allNegatives - falsePositives;
    return new Metrics(
        (truePositives + trueNegatives) / (all + allNegatives),
        (truePositives / all + trueNegatives / allNegatives) / 2,
        pairsInOrder / (all * allNegatives),
        average / all);
  }
}
