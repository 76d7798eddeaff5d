package io.tsad.trainer.export.kernel;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.BandBank;
import io.tsad.trainer.kernel.InnovationBank;
import io.tsad.trainer.kernel.Innovations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
    LinearPredictionGraph prediction = LinearPredictionGraph.add(graph, innovations, grid);
    List<InnovationGraph> banks = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    for (InnovationBank bank : innovations.banks()) {
      String errors = prediction.errors(graph, banks.size());
      InnovationGraph nodes =
          InnovationGraph.add(
              graph, name + "by%d.".formatted(bank.scale()), bank, errors, innovations.length());
      banks.add(nodes);
      figures.add(nodes.figures());
    }
    int length = innovations.length();
    for (BandBank bank : innovations.bands()) {
      figures.add(
          BandGraph.add(graph, name + "band%d.".formatted(bank.scale()), bank, grid, length));
    }
    figures.add(BrokenLineGraph.add(graph, name + "line.", innovations.brokenLine(), grid));
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
}
