package io.tsad.trainer.kernel.view;

import java.util.List;

/** The nodes of a {@link View} in a graph. */
public interface ViewNodes {
  /**
   * Adds those of its features; once.
   *
   * @return float32 {@code [batch, features]}
   */
  String features();

  /** Of each feature in the graph, its index in Java. */
  int[] order();

  /**
   * Adds those that say where in a series the evidence of its features lies, as far as they have a
   * place.
   *
   * @param head what each feature weighs, in Java's order, and how much of it is usual
   * @return float32 values {@code [batch, 1, length]} to add up; perhaps none
   */
  List<String> relevance(FeatureWeights head);
}
