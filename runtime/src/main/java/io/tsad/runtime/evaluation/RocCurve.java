package io.tsad.runtime.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Receiver operating characteristic of one class against the other.
 *
 * @param auc area under the points by the trapezoidal rule, in [0, 1]: the chance that a series of
 *     the class gets a higher probability of it than a series of the other, ties counting half
 * @param points by falling threshold, from (0, 0) to (1, 1), one per distinct probability: the
 *     points of scikit-learn's {@code roc_curve(drop_intermediate=False)}
 */
public record RocCurve(double auc, List<Point> points) {
  /**
   * Where the curve stands at one threshold.
   *
   * @param threshold a series is called positive if its probability is at or above this; positive
   *     infinity in the first point, where none is
   * @param falsePositiveRate in [0, 1]
   * @param truePositiveRate in [0, 1]
   */
  public record Point(float threshold, double falsePositiveRate, double truePositiveRate) {}

  public RocCurve {
    points = List.copyOf(points);
  }

  static RocCurve of(RankedScores scores) {
    int[] positives = scores.counts(true);
    int[] negatives = scores.counts(false);
    double allPositives = scores.ranks(true).length;
    double allNegatives = scores.ranks(false).length;
    List<Point> points = new ArrayList<>();
    points.add(new Point(Float.POSITIVE_INFINITY, 0, 0));
    int truePositives = 0;
    int falsePositives = 0;
    for (int r = scores.levels() - 1; r >= 0; r--) {
      truePositives += positives[r];
      falsePositives += negatives[r];
      points.add(
          new Point(
              scores.threshold(r), falsePositives / allNegatives, truePositives / allPositives));
    }
    return new RocCurve(Metrics.of(positives, negatives, 0).auc(), points);
  }
}
