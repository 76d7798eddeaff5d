package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.ArrayList;
import java.util.HashMap;
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
   * @param weights in the order of the layers, as each layer lists them
   */
  static Forward add(OnnxGraph graph, String series, Network network, List<float[]> weights) {
    NetworkGraph nodes = new NetworkGraph(graph, weights);
    String logits = nodes.add(network.layers(), "layer", series);
    return new Forward(logits, List.copyOf(nodes.steps));
  }

  private String add(List<Layer> layers, String prefix, String series) {
    String x = series;
    int number = 0;
    for (Layer layer : layers) {
      number++;
      String name = "%s%02d.".formatted(prefix, number);
      x = layer.accept(new Nodes(name, x));
    }
    return x;
  }

  /** Of each kind of layer, its nodes. */
  private final class Nodes implements Layer.Visitor<String> {
    private final String name;
    private final String x;

    /**
     * @param name what names in the graph begin with
     * @param x the value that goes in
     */
    Nodes(String name, String x) {
      this.name = name;
      this.x = x;
    }

    @Override
    public String conv1d(Layer.Conv1d conv) {
      return convolve(conv, name, x);
    }

    @Override
    public String fixedConv1d(Layer.FixedConv1d fixed) {
      return convolve(fixed.shape(), name, x);
    }

    @Override
    public String batchNorm(Layer.BatchNorm norm) {
      return step(
          norm,
          name + "norm",
          "BatchNormalization",
          x,
          List.of(
              weight(name + "norm.scale", norm.channels()),
              weight(name + "norm.shift", norm.channels()),
              weight(name + "norm.mean", norm.channels()),
              weight(name + "norm.variance", norm.channels())),
          Map.of());
    }

    @Override
    public String relu(Layer.Relu relu) {
      return step(relu, name + "relu", "Relu", x, List.of(), Map.of());
    }

    @Override
    public String maxPool1d(Layer.MaxPool1d pool) {
      return step(pool, name + "pool", "MaxPool", x, List.of(), windows(pool));
    }

    @Override
    public String branches(Layer.Branches branches) {
      return join(branches, name, x);
    }

    @Override
    public String globalAveragePool(Layer.GlobalAveragePool pool) {
      // The axis of height goes too, so that what follows has two dimensions, as in Flatten.
      return step(
          pool,
          name + "mean",
          "ReduceMean",
          x,
          List.of(),
          Map.of("axes", List.of(2L, 3L), "keepdims", 0L));
    }

    @Override
    public String flatten(Layer.Flatten flatten) {
      return step(flatten, name + "flatten", "Flatten", x, List.of(), Map.of());
    }

    @Override
    public String linear(Layer.Linear linear) {
      return step(
          linear,
          name + "linear",
          "Gemm",
          x,
          List.of(
              weight(name + "linear.weight", linear.out(), linear.in()),
              weight(name + "linear.bias", linear.out())),
          Map.of("transB", 1L));
    }

    @Override
    public String dropout(Layer.Dropout dropout) {
      return x;
    }
  }

  private String convolve(Layer.Conv1d conv, String name, String x) {
    List<String> weights = new ArrayList<>();
    weights.add(
        weight(name + "conv.weight", conv.out(), conv.in() / conv.groups(), 1, conv.kernel()));
    if (conv.bias()) {
      weights.add(weight(name + "conv.bias", conv.out()));
    }
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("kernel_shape", List.of(1L, (long) conv.kernel()));
    if (conv.same()) {
      attributes.put("pads", List.of(0L, (long) conv.padBefore(), 0L, (long) conv.padAfter()));
    }
    if (conv.dilation() > 1) {
      attributes.put("dilations", List.of(1L, (long) conv.dilation()));
    }
    if (conv.groups() > 1) {
      attributes.put("group", (long) conv.groups());
    }
    return step(conv, name + "conv", "Conv", x, weights, attributes);
  }

  private static Map<String, ?> windows(Layer.MaxPool1d pool) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("kernel_shape", List.of(1L, (long) pool.kernel()));
    attributes.put("strides", List.of(1L, (long) pool.stride()));
    if (pool.same()) {
      attributes.put("pads", List.of(0L, (long) pool.padding(), 0L, (long) pool.padding()));
    }
    return attributes;
  }

  private String join(Layer.Branches branches, String name, String x) {
    List<String> ends = new ArrayList<>();
    for (List<Layer> way : branches.ways()) {
      ends.add(add(way, "%sway%d.".formatted(name, ends.size() + 1), x));
    }
    return branches.join() == Layer.Join.CONCAT
        ? graph.node(name + "concat", "Concat", ends, Map.of("axis", 1L))
        : graph.node(name + "sum", "Sum", ends, Map.of());
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
    String result = graph.node(output, operator, inputs, attributes);
    steps.add(new Forward.Step(layer, x, result, weights));
    return result;
  }
}
