package io.tsad.trainer.kernel.innovations;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The nodes of a {@link BrokenLine}. */
final class BrokenLineGraph {
  private BrokenLineGraph() {}

  /**
   * Adds them.
   *
   * @param name that begins all others, ending with a dot
   * @param grid float32 {@code [batch, 1, 1, line.length()]}, on the grid
   * @return float64 {@code [batch, 1]}
   */
  static String add(OnnxGraph graph, String name, BrokenLine line, String grid) {
    String means =
        graph.node(
            name + "exact",
            "Cast",
            List.of(
                graph.node(
                    name + "flat",
                    "Flatten",
                    ScaleGraph.averaged(graph, name, line.scale(), grid))),
            Map.of("to", (long) DataType.DOUBLE.getNumber()));
    String rest = times(graph, name + "rest", means, line.smoother());
    String squares = graph.node(name + "squares", "Mul", rest, rest);
    String all =
        graph.node(
            name + "all",
            "ReduceSum",
            List.of(squares, graph.integers(name + "axis", 1)),
            Map.of("keepdims", 1L));
    String bends = times(graph, name + "bends", rest, line.bends());
    String explained =
        graph.node(
            name + "explained",
            "ReduceMax",
            List.of(graph.node(name + "each", "Mul", bends, bends)),
            Map.of("axes", List.of(1L), "keepdims", 1L));
    String left =
        graph.node(
            name + "left",
            "Add",
            graph.node(name + "unexplained", "Sub", all, explained),
            graph.doubles(name + "step", new double[] {LinearPrediction.STEP}));
    String above =
        graph.node(
            name + "above",
            "Add",
            graph.node(name + "ratio", "Div", explained, left),
            graph.doubles(name + "least", new double[] {InnovationBank.LEAST}));
    return graph.node(name + "figure", "Log", above);
  }

  private static String times(OnnxGraph graph, String name, String rows, double[][] matrix) {
    double[] flat = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    String constant = graph.doubles(name + ".matrix", flat, matrix.length, matrix[0].length);
    return graph.node(name, "MatMul", rows, constant);
  }
}
