package io.tsad.trainer.kernel.innovations;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The nodes of {@link Innovations}.
 *
 * @param banks one for each of its banks of innovations; these also say where the evidence lies,
 *     the bands and the broken line do not
 * @param features float32 {@code [batch, features]}
 */
record InnovationsGraph(Innovations innovations, List<InnovationGraph> banks, String features) {
  /**
   * Adds them.
   *
   * @param grid float32 {@code [batch, 1, 1, innovations.length()]}, on the grid
   */
  static InnovationsGraph add(OnnxGraph graph, Innovations innovations, String grid) {
    String name = "innovations.";
    int length = innovations.length();
    List<String> errors = errors(graph, innovations, grid);
    List<InnovationGraph> banks = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    for (InnovationBank bank : innovations.banks()) {
      InnovationGraph nodes =
          InnovationGraph.add(
              graph,
              name + "by%d.".formatted(bank.scale()),
              bank,
              errors.get(banks.size()),
              length);
      banks.add(nodes);
      figures.add(nodes.figures());
    }
    for (BandBank bank : innovations.bands()) {
      figures.add(
          BandGraph.add(graph, name + "band%d.".formatted(bank.scale()), bank, grid, length));
    }
    for (BrokenLine line : innovations.lines()) {
      figures.add(BrokenLineGraph.add(graph, name + "line.", line, grid));
    }
    String all =
        graph.node(
            name + "figures",
            "Cast",
            List.of(graph.node(name + "exact", "Concat", figures, Map.of("axis", 1L))),
            Map.of("to", (long) DataType.FLOAT.getNumber()));
    List<String> features = new ArrayList<>(List.of(all));
    int count = innovations.figures();
    float[] knots = innovations.knots();
    for (int from = 0; from < knots.length; from += count) {
      String of = name + "knot%d.".formatted(from / count);
      String knot =
          graph.floats(of + "knots", Arrays.copyOfRange(knots, from, from + count), count);
      features.add(graph.node(of + "above", "Relu", graph.node(of + "over", "Sub", all, knot)));
    }
    String together = graph.node(name + "features", "Concat", features, Map.of("axis", 1L));
    return new InnovationsGraph(innovations, banks, together);
  }

  /** Of each bank what linear prediction leaves, float64 {@code [batch, 2, predicted]}. */
  private static List<String> errors(OnnxGraph graph, Innovations innovations, String grid) {
    List<InnovationBank> banks = innovations.banks();
    if (banks.isEmpty()) {
      return List.of();
    }
    IntStream scales = IntStream.range(0, banks.size());
    if (innovations.isCompact()) {
      int length = innovations.length();
      CompactPredictionGraph all = CompactPredictionGraph.add(graph, banks, grid, length);
      return scales.mapToObj(scale -> all.errors(graph, scale, length)).toList();
    }
    LinearPredictionGraph all = LinearPredictionGraph.add(graph, innovations, grid);
    return scales.mapToObj(scale -> all.errors(graph, scale)).toList();
  }
}
