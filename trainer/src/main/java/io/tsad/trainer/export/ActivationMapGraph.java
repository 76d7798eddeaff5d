package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.export.Forward.Step;
import java.util.List;
import java.util.Map;

/**
 * The nodes that say where in a series the evidence for the positive class lies, for a network that
 * averages its last feature map: the class activation map, what each position adds to (logit of the
 * positive class − logit of the other). Zhou et al., <em>Learning Deep Features for Discriminative
 * Localization</em>, CVPR 2016. As in {@link RelevanceGraph} it counts from its rest: its mean
 * along the series, of values no higher than their own mean.
 *
 * <p>The networks' feature maps are as long as their input, so a position stands for the sample in
 * the middle of what it sees.
 */
final class ActivationMapGraph {
  private ActivationMapGraph() {}

  /**
   * Adds them.
   *
   * @param output the name of the last: float32 {@code [batch, length]}, at least 0
   * @param series {@code [batch, length]}; samples the network does not see get 0
   * @param forward of a network whose last two layers are {@link Layer.GlobalAveragePool} and
   *     {@link Layer.Linear}
   * @param positive index of the positive class
   */
  static void add(OnnxGraph graph, String output, String series, Forward forward, int positive) {
    int last = forward.steps().size() - 1;
    Step linear = forward.steps().get(last);
    Step pool = forward.steps().get(last - 1);
    if (!(linear.layer() instanceof Layer.Linear)
        || !(pool.layer() instanceof Layer.GlobalAveragePool)) {
      throw new IllegalArgumentException("No activation map before " + pool.layer());
    }
    String difference =
        graph.floats("relevance.logits", new float[] {1 - 2 * positive, 2 * positive - 1}, 1, 2);
    String channels =
        graph.node(
            "relevance.channels",
            "Reshape",
            graph.node("relevance.weights", "MatMul", difference, linear.weights().get(0)),
            graph.integers("relevance.filter", 1, -1, 1, 1));
    String map = graph.node("relevance.map", "Conv", pool.input(), channels);
    String mean = mean(graph, "relevance.mean", map);
    String rest = mean(graph, "relevance.rest", graph.node("relevance.low", "Min", map, mean));
    String positions =
        graph.node(
            "relevance.positive", "Relu", graph.node("relevance.activity", "Sub", map, rest));
    String seen =
        graph.node("relevance.seen", "Reshape", positions, graph.integers("relevance.flat", 0, -1));
    RawLength.add(graph, output, series, graph.leaving("relevance.single", seen));
  }

  private static String mean(OnnxGraph graph, String name, String map) {
    return graph.node(
        name, "ReduceMean", List.of(map), Map.of("axes", List.of(3L), "keepdims", 1L));
  }
}
