package io.tsad.trainer.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import java.util.List;
import java.util.Map;

/**
 * The nodes between a raw series and the model: cut, pad if the rule says so, min–max scaling in
 * double with a guard for constant series, cast to float32.
 */
public final class PreprocessingGraph {
  private PreprocessingGraph() {}

  /**
   * Adds them.
   *
   * @param series float64 {@code [batch, length]}
   * @return float32 {@code [batch, 1, 1, rule.samples()]}, scaled to [0, 1]
   */
  static String add(OnnxGraph graph, String series, LengthRule rule) {
    return single(graph, scaled(graph, series, rule));
  }

  /** All but the last steps: float64 {@code [batch, rule.samples()]}, scaled to [0, 1]. */
  public static String scaled(OnnxGraph graph, String series, LengthRule rule) {
    String x =
        graph.node(
            "cut",
            "Slice",
            series,
            graph.integers("cut.starts", 0),
            graph.integers("cut.ends", rule.samples()),
            graph.integers("cut.axes", 1));
    if (rule.pad()) {
      x = pad(graph, x, rule.samples());
    }
    Map<String, ?> perSeries = Map.of("axes", List.of(1L), "keepdims", 1L);
    String min = graph.node("min", "ReduceMin", List.of(x), perSeries);
    String max = graph.node("max", "ReduceMax", List.of(x), perSeries);
    String range = graph.node("range", "Sub", max, min);
    // A constant series has range 0: divide it by 1, so that it becomes zeros and not NaN.
    String zero = graph.doubles("zero", new double[] {0});
    String constant = graph.node("constant", "Equal", range, zero);
    String guard =
        graph.node(
            "guard", "Cast", List.of(constant), Map.of("to", (long) DataType.DOUBLE.getNumber()));
    String divisor = graph.node("divisor", "Add", range, guard);
    return graph.node("scaled", "Div", graph.node("shifted", "Sub", x, min), divisor);
  }

  /** Float32 {@code [batch, 1, 1, samples]} of float64 {@code [batch, samples]}. */
  public static String single(OnnxGraph graph, String doubles) {
    String single =
        graph.node(
            "single", "Cast", List.of(doubles), Map.of("to", (long) DataType.FLOAT.getNumber()));
    return graph.node("channel", "Unsqueeze", single, graph.integers("channel.axes", 1, 2));
  }

  /** Repeats the last value up to {@code samples}. */
  private static String pad(OnnxGraph graph, String x, int samples) {
    String length =
        graph.node(
            "pad.length",
            "Slice",
            graph.node("pad.shape", "Shape", x),
            graph.integers("pad.starts", 1),
            graph.integers("pad.ends", 2));
    String missing =
        graph.node("pad.missing", "Sub", graph.integers("pad.samples", samples), length);
    String pads =
        graph.node(
            "pad.pads",
            "Concat",
            List.of(graph.integers("pad.none", 0, 0, 0), missing),
            Map.of("axis", 0L));
    return graph.node("padded", "Pad", List.of(x, pads), Map.of("mode", "edge"));
  }
}
