package io.tsad.trainer.kernel.view;

import io.tsad.trainer.backpropagation.RandomStream;
import java.util.List;
import java.util.Map;

/** Draws a {@link View} for a training set, whose labels it does not look at. */
public interface ViewDraw {
  /**
   * Draws it.
   *
   * @param grids training series of {@code length} samples, on the grid
   */
  View draw(int length, List<int[]> grids, RandomStream random);

  /** How many features it has for series of {@code length} samples. */
  int features(int length);

  /** How many numbers it takes besides the head's. */
  long parameters(int length);

  /** Adds what a model card says of it to {@code parameters}. */
  void describe(int length, Map<String, Object> parameters);
}
