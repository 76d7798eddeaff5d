package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
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
  private int layer;

  private NetworkGraph(OnnxGraph graph, List<float[]> weights) {
    this.graph = graph;
    this.weights = weights.iterator();
  }

  /**
   * Adds them.
   *
   * @param series float32 {@code [batch, 1, 1, length]}
   * @param weights in the order of the layers, weight before bias
   * @return logits, float32 {@code [batch, 2]}
   */
  static String add(OnnxGraph graph, String series, Network network, List<float[]> weights) {
    NetworkGraph nodes = new NetworkGraph(graph, weights);
    String x = series;
    for (Layer layer : network.layers()) {
      x = nodes.add(layer, x);
    }
    return x;
  }

  private String add(Layer which, String x) {
    layer++;
    if (which instanceof Layer.Conv1d conv) {
      return graph.node(
          name("conv"),
          "Conv",
          List.of(
              x,
              graph.floats(
                  name("conv.weight"), weights.next(), conv.out(), conv.in(), 1, conv.kernel()),
              graph.floats(name("conv.bias"), weights.next(), conv.out())),
          Map.of("kernel_shape", List.of(1L, (long) conv.kernel())));
    } else if (which instanceof Layer.Relu) {
      return graph.node(name("relu"), "Relu", x);
    } else if (which instanceof Layer.MaxPool1d pool) {
      return graph.node(
          name("pool"),
          "MaxPool",
          List.of(x),
          Map.of(
              "kernel_shape", List.of(1L, (long) pool.kernel()),
              "strides", List.of(1L, (long) pool.stride())));
    } else if (which instanceof Layer.Flatten) {
      return graph.node(name("flatten"), "Flatten", x);
    } else if (which instanceof Layer.Linear linear) {
      return graph.node(
          name("linear"),
          "Gemm",
          List.of(
              x,
              graph.floats(name("linear.weight"), weights.next(), linear.out(), linear.in()),
              graph.floats(name("linear.bias"), weights.next(), linear.out())),
          Map.of("transB", 1L));
    } else if (which instanceof Layer.Dropout) {
      return x;
    }
    throw new IllegalArgumentException("No ONNX for " + which);
  }

  private String name(String kind) {
    return "layer%02d.%s".formatted(layer, kind);
  }
}
