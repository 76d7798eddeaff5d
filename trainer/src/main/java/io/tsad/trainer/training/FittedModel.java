package io.tsad.trainer.training;

import io.tsad.trainer.export.ModelNodes;
import java.util.List;

/**
 * A fitted model, however it was fitted: it scores here, and goes into a graph that scores alike.
 */
interface FittedModel extends AutoCloseable {
  /**
   * Scores raw series by the trainer's own computation, against which the exported graph is held.
   *
   * @return one row per series, one probability per class
   */
  List<float[]> probabilities(List<double[]> raw);

  /** What the exported graph computes it with. */
  ModelNodes nodes();

  @Override
  void close();
}
