package io.tsad.trainer.kernel;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.export.PreprocessingGraph;
import io.tsad.trainer.kernel.view.Grid;
import java.util.List;
import java.util.Map;

/** The nodes between a raw series and the kernels: what {@link Grid#of} does. */
final class GridGraph {
  private GridGraph() {}

  /**
   * Adds them.
   *
   * @param series float64 {@code [batch, length]}
   * @return float32 {@code [batch, 1, 1, rule.samples()]}, whole numbers
   */
  static String add(OnnxGraph graph, String series, LengthRule rule) {
    String scaled = PreprocessingGraph.scaled(graph, series, rule);
    Map<String, ?> perSeries = Map.of("axes", List.of(1L), "keepdims", 1L);
    String mean = graph.node("grid.mean", "ReduceMean", List.of(scaled), perSeries);
    String centred = graph.node("grid.centred", "Sub", scaled, mean);
    String squares = graph.node("grid.squares", "Mul", centred, centred);
    String variance = graph.node("grid.variance", "ReduceMean", List.of(squares), perSeries);
    String deviation = graph.node("grid.deviation", "Sqrt", variance);
    String constant = graph.node("grid.constant", "Equal", deviation, "zero");
    String guard =
        graph.node(
            "grid.guard",
            "Cast",
            List.of(constant),
            Map.of("to", (long) DataType.DOUBLE.getNumber()));
    String step =
        graph.node(
            "grid.step",
            "Div",
            graph.node("grid.divisor", "Add", deviation, guard),
            graph.doubles("grid.steps", new double[] {Grid.STEPS}));
    String rounded =
        graph.node("grid.rounded", "Round", graph.node("grid.exact", "Div", centred, step));
    double limit = (double) Grid.LIMIT * Grid.STEPS;
    String limited =
        graph.node(
            "grid.limited",
            "Clip",
            rounded,
            graph.doubles("grid.least", new double[] {-limit}),
            graph.doubles("grid.most", new double[] {limit}));
    return PreprocessingGraph.single(graph, limited);
  }
}
