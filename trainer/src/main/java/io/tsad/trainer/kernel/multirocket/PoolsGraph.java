package io.tsad.trainer.kernel.multirocket;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The nodes that make features of what {@link KernelBankGraph}s have pooled. They take all banks at
 * once: the more nodes a graph has, the longer ONNX Runtime takes to open it, and more than in
 * proportion.
 */
final class PoolsGraph {
  private PoolsGraph() {}

  /**
   * Adds them.
   *
   * @param length of the series
   * @return float32 {@code [batch, features]}, in the {@link FeatureOrder}
   */
  static String add(OnnxGraph graph, List<KernelBankGraph> banks, int length) {
    List<String> pooled = banks.stream().map(KernelBankGraph::pooled).toList();
    String all = graph.node("pools.all", "Concat", pooled, Map.of("axis", 1L));
    String share = column(graph, "pools.share", all, 0);
    String place = column(graph, "pools.place", all, 1);
    String total = column(graph, "pools.total", all, 2);
    String peak = column(graph, "pools.peak", all, 3);
    double[] one = one(banks, length);
    String some =
        graph.node("pools.some", "Max", share, graph.doubles("pools.one", one, one.length));
    String steps = graph.doubles("pools.steps", new double[] {Grid.STEPS});
    String mean = graph.node("pools.mean", "Div", total, steps);
    String exact =
        graph.node(
            "pools.exact",
            "Concat",
            List.of(
                share,
                graph.node("pools.mpv", "Div", mean, some),
                graph.node("pools.mipv", "Div", place, some),
                peak),
            Map.of("axis", 1L));
    return graph.node(
        "pools", "Cast", List.of(exact), Map.of("to", (long) DataType.FLOAT.getNumber()));
  }

  /** One position, as a share of a bank's, for each channel. */
  private static double[] one(List<KernelBankGraph> banks, int length) {
    return banks.stream()
        .map(KernelBankGraph::bank)
        .flatMapToDouble(
            bank -> {
              double[] each = new double[bank.channels()];
              Arrays.fill(each, 1.0 / bank.positions(length));
              return Arrays.stream(each);
            })
        .toArray();
  }

  private static String column(OnnxGraph graph, String name, String all, int index) {
    String column = graph.slice(name, all, 3, index, index + 1);
    return graph.node(name + ".flat", "Flatten", column);
  }
}
