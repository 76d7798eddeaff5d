package io.tsad.trainer.export;

import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.ReceptiveField;
import io.tsad.trainer.export.Forward.Step;
import java.util.List;
import java.util.Map;

/**
 * The nodes that say where in a series the evidence for the positive class lies: gradient ×
 * activation at the last feature map, where the activation of a channel counts from its rest: its
 * mean along the series, of values no higher than their own mean. What is everywhere alike says
 * nothing of where, and it drowned what differs (docs/benchmarks.md).
 *
 * <p>A network of ReLUs is linear wherever no mask changes, so the gradient of (logit of the
 * positive class − logit of the other) is the product of its weight matrices and the masks of the
 * forward pass. Both are in the graph already; a second {@code Gemm} over the same weight, the
 * other way round, is all it takes. The walk goes from the logits back to the layer that turned the
 * feature map into a list of features; a network that does so in another way than {@link
 * Layer.Flatten} needs a case for that layer here, as it does in {@link NetworkGraph}.
 *
 * <p>Each position of the feature map then stands for the samples it depends on: its evidence,
 * summed over channels and cut off below zero, is spread evenly over them. So samples add up to as
 * much as positions do, and a share of the sum is a share of the evidence.
 */
final class RelevanceGraph {
  private final OnnxGraph graph;
  private final Forward forward;

  private RelevanceGraph(OnnxGraph graph, Forward forward) {
    this.graph = graph;
    this.forward = forward;
  }

  /**
   * Adds them.
   *
   * @param output the name of the last: float32 {@code [batch, length]}, at least 0
   * @param series {@code [batch, length]}; samples the network does not see get 0
   * @param positive index of the positive class
   */
  static void add(OnnxGraph graph, String output, String series, Forward forward, int positive) {
    RelevanceGraph nodes = new RelevanceGraph(graph, forward);
    String gradient =
        graph.floats("relevance.logits", new float[] {1 - 2 * positive, 2 * positive - 1}, 1, 2);
    for (int at = forward.steps().size() - 1; ; at--) {
      Step step = forward.steps().get(at);
      if (step.layer() instanceof Layer.Flatten) {
        String seen = nodes.spread(nodes.evidence(step, gradient), nodes.field(at));
        RawLength.add(graph, output, series, graph.leaving("relevance.single", seen));
        return;
      }
      gradient = step.layer().accept(nodes.new Before(step, gradient));
    }
  }

  /** Of each kind of layer behind the feature map, the gradient before it. */
  private final class Before implements Layer.Visitor<String> {
    private final Step step;
    private final String gradient;

    /**
     * @param step of the layer
     * @param gradient behind it
     */
    Before(Step step, String gradient) {
      this.step = step;
      this.gradient = gradient;
    }

    @Override
    public String linear(Layer.Linear linear) {
      return graph.node("relevance." + step.output(), "Gemm", gradient, step.weights().get(0));
    }

    @Override
    public String relu(Layer.Relu relu) {
      String mask = graph.node("mask." + step.output(), "Sign", step.output());
      return graph.node("relevance." + step.output(), "Mul", gradient, mask);
    }

    @Override
    public String dropout(Layer.Dropout dropout) {
      return gradient;
    }

    @Override
    public String conv1d(Layer.Conv1d layer) {
      return none(layer);
    }

    @Override
    public String fixedConv1d(Layer.FixedConv1d layer) {
      return none(layer);
    }

    @Override
    public String batchNorm(Layer.BatchNorm layer) {
      return none(layer);
    }

    @Override
    public String maxPool1d(Layer.MaxPool1d layer) {
      return none(layer);
    }

    @Override
    public String branches(Layer.Branches layer) {
      return none(layer);
    }

    @Override
    public String globalAveragePool(Layer.GlobalAveragePool layer) {
      return none(layer);
    }

    @Override
    public String flatten(Layer.Flatten layer) {
      return none(layer);
    }

    private String none(Layer layer) {
      throw new IllegalArgumentException("No gradient for " + layer);
    }
  }

  /** Of each position of the feature map before {@code flatten}: {@code [batch, 1, 1, n]}. */
  private String evidence(Step flatten, String gradient) {
    String map = flatten.input();
    String mean = mean("relevance.mean", map);
    String rest = mean("relevance.rest", graph.node("relevance.low", "Min", map, mean));
    String activity = graph.node("relevance.activity", "Sub", map, rest);
    String product = graph.node("relevance.product", "Mul", activity, reshapedLike(map, gradient));
    String sum =
        graph.node(
            "relevance.sum",
            "ReduceSum",
            List.of(product, graph.integers("relevance.channels", 1)),
            Map.of("keepdims", 1L));
    return graph.node("relevance.positive", "Relu", sum);
  }

  /** Of each channel, along the series. */
  private String mean(String output, String map) {
    return graph.node(
        output, "ReduceMean", List.of(map), Map.of("axes", List.of(3L), "keepdims", 1L));
  }

  /** The gradient is the same for the whole batch where no mask came between. */
  private String reshapedLike(String map, String gradient) {
    String position = graph.node("relevance.position", "Shape", List.of(map), Map.of("start", 1L));
    String shape =
        graph.node(
            "relevance.shape",
            "Concat",
            List.of(graph.integers("relevance.any", -1), position),
            Map.of("axis", 0L));
    return graph.node("relevance.gradient", "Reshape", gradient, shape);
  }

  private ReceptiveField field(int flatten) {
    return ReceptiveField.of(
        forward.steps().subList(0, flatten).stream().map(Step::layer).toList());
  }

  /**
   * Spreads each position's evidence evenly over its samples: {@code [batch, samples]}, where a few
   * samples more than the network sees get 0.
   *
   * <p>A transposed convolution says the same in one node, but takes ONNX Runtime three times as
   * long. Here a convolution gives the samples between two positions as its channels.
   */
  private String spread(String evidence, ReceptiveField field) {
    int stride = field.stride();
    int reach = (field.size() + stride - 1) / stride;
    float[] share = new float[stride * reach];
    for (int sample = 0; sample < stride; sample++) {
      for (int back = 0; back < reach; back++) {
        boolean within = back * stride + sample < field.size();
        share[(sample + 1) * reach - 1 - back] = within ? 1f / field.size() : 0;
      }
    }
    String spread =
        graph.node(
            "relevance.spread",
            "Conv",
            List.of(evidence, graph.floats("relevance.share", share, stride, 1, 1, reach)),
            Map.of(
                "kernel_shape", List.of(1L, (long) reach),
                "pads", List.of(0L, reach - 1L, 0L, reach - 1L)));
    String samples =
        graph.node(
            "relevance.samples",
            "Transpose",
            List.of(spread),
            Map.of("perm", List.of(0L, 2L, 3L, 1L)));
    return graph.node(
        "relevance.seen", "Reshape", samples, graph.integers("relevance.flat", 0, -1));
  }
}
