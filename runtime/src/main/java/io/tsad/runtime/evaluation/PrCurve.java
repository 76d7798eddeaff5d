package io.tsad.runtime.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Precision against recall of the positive class.
 *
 * @param averagePrecision the sum of (R<sub>n</sub> − R<sub>n−1</sub>) P<sub>n</sub> over the
 *     points, not interpolated, as scikit-learn's {@code average_precision_score}
 * @param points by falling threshold: first recall 0 with precision 1, by convention, then one per
 *     distinct probability; scikit-learn's {@code precision_recall_curve} in reverse
 */
public record PrCurve(double averagePrecision, List<Point> points) {
  /**
   * Where the curve stands at one threshold.
   *
   * @param threshold a series is called positive if its probability is at or above this; positive
   *     infinity in the first point, where none is
   * @param recall in [0, 1]
   * @param precision in [0, 1]
   */
  public record Point(float threshold, double recall, double precision) {}

  public PrCurve {
    points = List.copyOf(points);
  }

  static PrCurve of(RankedScores scores) {
    int[] positives = scores.counts(true);
    int[] negatives = scores.counts(false);
    int total = scores.ranks(true).length;
    List<Point> points = new ArrayList<>();
    points.add(new Point(Float.POSITIVE_INFINITY, 0, 1));
    int truePositives = 0;
    int called = 0;
    for (int r = scores.levels() - 1; r >= 0; r--) {
      truePositives += positives[r];
      called += positives[r] + negatives[r];
      points.add(
          new Point(
              scores.threshold(r),
              truePositives / (double) total,
              truePositives / (double) called));
    }
    return new PrCurve(Metrics.of(positives, negatives, 0).averagePrecision(), points);
  }
}
