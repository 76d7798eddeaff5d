package io.tsad.trainer.kernel.innovations;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The nodes of a {@link BandBank}. */
final class BandGraph {
  private static final Map<String, ?> PER_SERIES = Map.of("axes", List.of(2L), "keepdims", 1L);

  private BandGraph() {}

  /**
   * Adds them.
   *
   * @param name that no other bank has, ending with a dot
   * @param grid float32 {@code [batch, 1, 1, length]}, on the grid
   * @return float64 {@code [batch, figures]}
   */
  static String add(OnnxGraph graph, String name, BandBank bank, String grid, int length) {
    String power = power(graph, name, ScaleGraph.averaged(graph, name, bank.scale(), grid));
    List<String> figures = new ArrayList<>();
    for (int half : bank.halves(length)) {
      String of = name + "half%d.".formatted(half);
      String contrasts = WindowsGraph.contrasts(graph, of, power, half, bank.samples(length));
      String deviation = WindowsGraph.deviation(graph, of, contrasts);
      String largest = graph.node(of + "largest", "ReduceMax", List.of(contrasts), PER_SERIES);
      figures.add(graph.node(of + "high", "Div", largest, deviation));
      String turned = graph.node(of + "turned", "Neg", contrasts);
      String smallest = graph.node(of + "smallest", "ReduceMax", List.of(turned), PER_SERIES);
      figures.add(graph.node(of + "low", "Div", smallest, deviation));
    }
    String all = graph.node(name + "columns", "Concat", figures, Map.of("axis", 2L));
    return graph.node(name + "figures", "Flatten", all);
  }

  /** As a share of its mean. */
  private static String power(OnnxGraph graph, String name, String averaged) {
    long count = BandBank.TAPS.size();
    float[] taps = new float[BandBank.TAPS.size()];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = BandBank.TAPS.get(i);
    }
    // Whole numbers times means on the grid: nothing is rounded.
    String passed =
        graph.node(
            name + "passed",
            "Conv",
            List.of(averaged, graph.floats(name + "taps", taps, 1, 1, 1, count)),
            Map.of("kernel_shape", List.of(1L, count)));
    String exact =
        graph.node(
            name + "exact",
            "Cast",
            List.of(
                graph.node(name + "flat", "Squeeze", passed, graph.integers(name + "height", 2))),
            Map.of("to", (long) DataType.DOUBLE.getNumber()));
    String squares = graph.node(name + "squared", "Mul", exact, exact);
    String mean = WindowsGraph.mean(graph, name, squares);
    return graph.node(name + "power", "Div", squares, mean);
  }
}
