package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.model.LengthRule;
import java.util.List;

/** Cross-entropy: how little a network says of the right answers, in nats. */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Of a batch, each series counting as much as its targets say; as PyTorch's CrossEntropyLoss with
   * class weights.
   *
   * @param logits {@code [size, classes]}
   * @param targets {@code [size, classes]}
   */
  static NDArray of(NDArray logits, NDArray targets) {
    return logits.logSoftmax(1).mul(targets).sum().neg().div(targets.sum());
  }

  /** Of series not trained on: the mean of both classes' means, or of all series. */
  static double of(
      TorchNetwork network,
      List<LabelledSeries> series,
      int classes,
      LengthRule rule,
      Balance balance) {
    double[] sums = new double[classes];
    int[] counts = new int[classes];
    List<float[]> rows = network.logits(series.stream().map(LabelledSeries::values).toList(), rule);
    for (int i = 0; i < rows.size(); i++) {
      int label = series.get(i).label();
      sums[label] += of(rows.get(i), label);
      counts[label]++;
    }
    double balanced = 0;
    double plain = 0;
    for (int label = 0; label < classes; label++) {
      balanced += sums[label] / counts[label] / classes;
      plain += sums[label] / series.size();
    }
    return balance == Balance.NONE ? plain : balanced;
  }

  private static double of(float[] logits, int label) {
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return most + Math.log(sum) - logits[label];
  }
}
