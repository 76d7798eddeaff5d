package io.tsad.trainer.kernel;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.export.RawLength;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The nodes that say where in a series a kernel classifier finds its evidence for the positive
 * class: what its views say of that, summed, smoothed over a hundredth of the series, and cut off
 * below zero.
 */
final class KernelRelevance {
  private static final int SMOOTHED = 100;

  private final OnnxGraph graph;
  private final int length;

  private KernelRelevance(OnnxGraph graph, int length) {
    this.graph = graph;
    this.length = length;
  }

  /**
   * Adds them.
   *
   * @param output the name of the last: float32 {@code [batch, length]}, at least 0
   * @param series {@code [batch, length]}; samples the model does not see get 0
   */
  static void add(
      OnnxGraph graph, String output, String series, KernelModel model, List<ViewNodes> views) {
    int length = model.transform().length();
    KernelRelevance nodes = new KernelRelevance(graph, length);
    List<String> evidence = new ArrayList<>();
    int first = 0;
    for (ViewNodes view : views) {
      int features = view.order().length;
      evidence.addAll(view.relevance(model.weights(first, features)));
      first += features;
    }
    String sum = graph.node("relevance.all", "Sum", evidence, Map.of());
    String positive = graph.node("relevance.positive", "Relu", nodes.smooth(sum));
    RawLength.add(graph, output, series, graph.node("relevance.flat", "Flatten", positive));
  }

  private String smooth(String x) {
    long reach = Math.max(1, length / SMOOTHED / 2);
    return graph.node(
        "relevance.smooth",
        "AveragePool",
        List.of(x),
        Map.of("kernel_shape", List.of(2 * reach + 1), "pads", List.of(reach, reach)));
  }
}
