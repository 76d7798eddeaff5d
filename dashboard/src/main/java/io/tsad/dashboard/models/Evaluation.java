package io.tsad.dashboard.models;

import java.util.List;

/**
 * How a model did on the validation set of its training, as {@code evaluation.json} has it. Curves,
 * confusions and bands at any threshold follow from {@link #files}.
 *
 * @param classes the two class names, in the order of the probabilities
 * @param positive the class that means <em>anomaly</em>
 * @param threshold of the training, 0 to 1
 * @param accuracy at that threshold
 * @param auc area under the positive class's ROC curve
 * @param files one for each validation series
 */
public record Evaluation(
    List<String> classes,
    String positive,
    double threshold,
    Estimate accuracy,
    Estimate balancedAccuracy,
    Estimate auc,
    Estimate averagePrecision,
    List<Scored> files) {
  /**
   * One validation series.
   *
   * @param name its file, relative to the data folder
   * @param anomaly whether it is of the positive class
   * @param probability of the positive class, 0 to 1
   */
  public record Scored(String name, boolean anomaly, float probability) {}

  public Evaluation {
    classes = List.copyOf(classes);
    files = List.copyOf(files);
  }
}
