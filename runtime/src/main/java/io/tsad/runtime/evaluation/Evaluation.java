package io.tsad.runtime.evaluation;

import java.util.List;

/**
 * How a binary classifier did on a validation set, and everything it was computed from.
 *
 * @param classes the two class names in index order
 * @param positive index of the positive class
 * @param threshold in [0, 1]; a series whose probability of the positive class is at or above it is
 *     called positive
 * @param scored the series, as given
 * @param confusion the counts at the threshold
 * @param roc one curve per class, in index order, each from that class's probability
 * @param precisionRecall of the positive class
 * @param intervals for the headline figures
 */
public record Evaluation(
    List<String> classes,
    int positive,
    double threshold,
    List<Scored> scored,
    ConfusionMatrix confusion,
    List<RocCurve> roc,
    PrCurve precisionRecall,
    BootstrapIntervals intervals) {

  public Evaluation {
    classes = List.copyOf(classes);
    scored = List.copyOf(scored);
    roc = List.copyOf(roc);
  }

  /** The area under the positive class's ROC curve. */
  public double auc() {
    return roc.get(positive).auc();
  }

  /** The figures people quote, with their intervals. */
  public Headline headline() {
    return new Headline(
        Estimate.of(confusion.accuracy(), intervals.accuracy()),
        Estimate.of(confusion.balancedAccuracy(), intervals.balancedAccuracy()),
        Estimate.of(auc(), intervals.auc()),
        Estimate.of(precisionRecall.averagePrecision(), intervals.averagePrecision()));
  }

  /** Whether the positive class's probabilities are what they say. */
  public Reliability reliability() {
    return Reliability.of(scored, positive);
  }

  public String positiveClass() {
    return classes.get(positive);
  }

  public String negativeClass() {
    return classes.get(1 - positive);
  }
}
