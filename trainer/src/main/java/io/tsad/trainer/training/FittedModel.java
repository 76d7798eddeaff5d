package io.tsad.trainer.training;

import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.export.ModelNodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /**
   * How sure it is of the positive class, before any calibration: that class's logit less the
   * other's.
   *
   * @return one number per series
   */
  double[] margins(List<double[]> raw, int positive);

  /**
   * Of each training series, how sure a model fitted to all others is; empty where fitting does not
   * give that, so that series must be held back instead.
   */
  Optional<double[]> leftOut();

  /** What it came to, where that is less than was planned. */
  default Blueprint blueprint(Blueprint planned) {
    return planned;
  }

  /** What the card says of how it was fitted. */
  Map<String, Object> training(HeldBack split);

  /** What the exported graph computes it with. */
  ModelNodes nodes();

  @Override
  void close();
}
