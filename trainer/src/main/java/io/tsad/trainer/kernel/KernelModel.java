package io.tsad.trainer.kernel;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.Grid;
import java.util.Arrays;
import java.util.List;

/**
 * A fitted kernel classifier.
 *
 * @param usual the mean features of training series that are not of the positive class
 */
public record KernelModel(KernelTransform transform, LinearHead head, float[] usual) {
  /** What so many features from {@code first} on count for. */
  FeatureWeights weights(int first, int count) {
    return new FeatureWeights(
        Arrays.copyOfRange(head.weight(), first, first + count),
        Arrays.copyOfRange(usual, first, first + count));
  }

  /** How sure it is of the positive class: above 0 for it, below for the other. */
  public double[] margins(List<double[]> raw, LengthRule rule) {
    return raw.parallelStream()
        .mapToDouble(series -> head.score(transform.of(Grid.of(series, rule))))
        .toArray();
  }
}
