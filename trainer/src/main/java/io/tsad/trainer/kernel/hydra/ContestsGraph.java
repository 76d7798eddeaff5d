package io.tsad.trainer.kernel.hydra;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The nodes that make features of what kernels gain in {@link HydraGraph}s, of all banks at once,
 * for the reason {@link PoolsGraph} gives.
 */
final class ContestsGraph {
  private ContestsGraph() {}

  /**
   * Adds them.
   *
   * @param length of the series
   * @return float32 {@code [batch, features]}, in the {@link FeatureOrder}
   */
  static String add(OnnxGraph graph, List<HydraGraph> banks, int length) {
    List<String> contests = banks.stream().map(HydraGraph::contest).toList();
    String all = graph.node("contests.all", "Concat", contests, Map.of("axis", 1L));
    String gains =
        graph.node(
            "contests.gains",
            "Mul",
            graph.slice("contests.sums", all, 3, 0, 1),
            scale(graph, banks, length));
    String positive = graph.node("contests.positive", "Relu", gains);
    String wins = graph.slice("contests.wins", all, 3, 1, 2);
    String both =
        graph.node("contests.both", "Concat", List.of(positive, wins), Map.of("axis", 1L));
    return graph.node("contests", "Flatten", graph.node("contests.root", "Sqrt", both));
  }

  /** From the sum of gains to their mean in deviations, for each group. */
  private static String scale(OnnxGraph graph, List<HydraGraph> banks, int length) {
    int groups = banks.stream().mapToInt(nodes -> nodes.bank().groups()).sum();
    float[] scale = new float[groups];
    int at = 0;
    for (HydraGraph nodes : banks) {
      HydraBank bank = nodes.bank();
      double mean = 1.0 / HydraBank.WEIGHT / Grid.STEPS / bank.positions(length);
      Arrays.fill(scale, at, at + bank.groups(), (float) mean);
      at += bank.groups();
    }
    return graph.floats("contests.scale", scale, groups, 1, 1);
  }
}
