package io.tsad.trainer.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

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
    // Ranks, because Tribuo takes probabilities closer than 1e-12 for ties, and a confident
    // softmax gives 1e-13 to one series and 1e-20 to another.
    LabelEvaluationUtil.ROC roc =
        LabelEvaluationUtil.generateROCCurve(scores.positive(), scores.rankAsScore());
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < roc.thresholds.length; i++) {
      float threshold = scores.threshold(scores.levels() - i);
      points.add(new Point(threshold, roc.fpr[i], roc.tpr[i]));
    }
    double auc = LabelEvaluationUtil.binaryAUCROC(scores.positive(), scores.rankAsScore());
    return new RocCurve(auc, points);
  }
}
