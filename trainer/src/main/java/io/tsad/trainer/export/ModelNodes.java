package io.tsad.trainer.export;

import io.tsad.runtime.model.LengthRule;
import java.util.Optional;

/** A fitted model as nodes of an ONNX graph: everything between raw series and logits. */
public interface ModelNodes {
  /** The graph's name. */
  String name();

  /**
   * Adds the nodes that score, preprocessing included.
   *
   * @param series raw, float64 {@code [batch, length]}
   * @param rule how a series of any length becomes the model's
   */
  Scoring add(OnnxGraph graph, String series, LengthRule rule);

  /** The same model, computing in float16; empty where that cannot hold what it computes with. */
  default Optional<ModelNodes> inHalf() {
    return Optional.empty();
  }

  /** Whether a GPU is no faster with it than a CPU. */
  default boolean isFastestOnCpu() {
    return false;
  }

  /** The nodes that score, once they are in the graph. */
  interface Scoring {
    /** Float32 {@code [batch, 2]}. */
    String logits();

    /**
     * Adds the nodes that say where in the series the evidence lies.
     *
     * @param output the name of the last: float32 {@code [batch, length]}, at least 0
     * @param positive index of the positive class
     */
    void addRelevance(String output, int positive);
  }
}
