package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a network, one for each layer but dropout, which does nothing after training.
 *
 * <p>Convolutions and pooling are written in two dimensions, the first of them 1: the same sums in
 * the same order, but ONNX Runtime has its fast kernels for two dimensions only. On a CPU a pass
 * takes less than half the time (docs/benchmarks.md).
 */
final class NetworkGraph {
  private final OnnxGraph graph;
  private final Iterator<float[]> weights;
  private final List<Forward.Step> steps = new ArrayList<>();

  private NetworkGraph(OnnxGraph graph, List<float[]> weights) {
    this.graph = graph;
    this.weights = weights.iterator();
  }

  /**
   * Adds them.
   *
   * @param series float32 {@code [batch, 1, 1, length]}
   * @param weights in the order of the layers, weight before bias
   */
  static Forward add(OnnxGraph graph, String series, Network network, List<float[]> weights) {
    NetworkGraph nodes = new NetworkGraph(graph, weights);
    String x = series;
    int number = 0;
    for (Layer layer : network.layers()) {
      number++;
      x = layer instanceof Layer.Dropout ? x : nodes.add(layer, "layer%02d.".formatted(number), x);
    }
    return new Forward(x, List.copyOf(nodes.steps));
  }

  private String add(Layer layer, String name, String x) {
    if (layer instanceof Layer.Conv1d conv) {
      return step(
          layer,
          name + "conv",
          "Conv",
          x,
          List.of(
              weight(name + "conv.weight", conv.out(), conv.in(), 1, conv.kernel()),
              weight(name + "conv.bias", conv.out())),
          Map.of("kernel_shape", List.of(1L, (long) conv.kernel())));
    } else if (layer instanceof Layer.Relu) {
      return step(layer, name + "relu", "Relu", x, List.of(), Map.of());
    } else if (layer instanceof Layer.MaxPool1d pool) {
      return step(
          layer,
          name + "pool",
          "MaxPool",
          x,
          List.of(),
          Map.of(
              "kernel_shape", List.of(1L, (long) pool.kernel()),
              "strides", List.of(1L, (long) pool.stride())));
    } else if (layer instanceof Layer.Flatten) {
      return step(layer, name + "flatten", "Flatten", x, List.of(), Map.of());
    } else if (layer instanceof Layer.Linear linear) {
      return step(
          layer,
          name + "linear",
          "Gemm",
          x,
          List.of(
              weight(name + "linear.weight", linear.out(), linear.in()),
              weight(name + "linear.bias", linear.out())),
          Map.of("transB", 1L));
    }
    throw new IllegalArgumentException("No ONNX for " + layer);
  }

  private String weight(String name, long... shape) {
    return graph.floats(name, weights.next(), shape);
  }

  private String step(
      Layer layer,
      String output,
      String operator,
      String x,
      List<String> weights,
      Map<String, ?> attributes) {
    List<String> inputs = new ArrayList<>(List.of(x));
    inputs.addAll(weights);
    steps.add(new Forward.Step(layer, x, output, weights));
    return graph.node(output, operator, inputs, attributes);
  }
}
