package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import java.util.List;

/**
 * The nodes of a network in a graph, for whatever goes through them once more.
 *
 * @param logits float32 {@code [batch, 2]}
 * @param steps one per layer that has a node, in order
 */
record Forward(String logits, List<Step> steps) {
  /**
   * The node of one layer.
   *
   * @param input the value it takes
   * @param output the value it gives
   * @param weights the names of its weight and bias; empty if it has none
   */
  record Step(Layer layer, String input, String output, List<String> weights) {}
}
