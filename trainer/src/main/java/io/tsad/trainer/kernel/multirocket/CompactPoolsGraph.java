package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The nodes that make features of what {@link CompactBankGraph}s have pooled, for all at once. */
final class CompactPoolsGraph {
  private CompactPoolsGraph() {}

  /** Banks by the number of their windows: those of one number are pooled together. */
  static SortedMap<Integer, List<CompactBankGraph>> byWindows(
      List<CompactBankGraph> banks, int length) {
    SortedMap<Integer, List<CompactBankGraph>> byWindows = new TreeMap<>();
    for (CompactBankGraph one : banks) {
      byWindows.computeIfAbsent(one.bank().windows(length), windows -> new ArrayList<>()).add(one);
    }
    return byWindows;
  }

  /**
   * Adds them.
   *
   * @param length of the series
   * @return float32 {@code [batch, features]}: of the first channel all that it is pooled to, then
   *     of the next
   */
  static String add(
      OnnxGraph graph, SortedMap<Integer, List<CompactBankGraph>> byWindows, int length) {
    List<String> pooled = new ArrayList<>();
    List<Float> one = new ArrayList<>();
    byWindows.forEach(
        (windows, banks) -> {
          pooled.add(pooled(graph, "pools.of%d.".formatted(windows), windows, banks));
          for (CompactBankGraph nodes : banks) {
            KernelBank bank = nodes.bank();
            for (int c = 0; c < bank.channels(); c++) {
              one.add(1f / bank.positions(length));
            }
          }
        });
    float[] least = new float[one.size()];
    for (int c = 0; c < least.length; c++) {
      least[c] = one.get(c);
    }
    String all = joined(graph, "pools.all", pooled, 1);
    String share = graph.slice("pools.share", all, 2, 0, 1);
    String some =
        graph.node("pools.some", "Max", share, graph.floats("pools.one", least, least.length, 1));
    String ratios =
        graph.node("pools.ratios", "Div", graph.slice("pools.sums", all, 2, 1, 3), some);
    String peak = graph.slice("pools.peak", all, 2, 3, 4);
    String each =
        graph.node("pools.each", "Concat", List.of(share, ratios, peak), Map.of("axis", 2L));
    return graph.node("pools", "Flatten", each);
  }

  /**
   * Of each channel the share of positions above its threshold, the mean excess of all positions in
   * deviations, the mean place of those above where the others count as 0, and the largest window's
   * share: float32 {@code [batch, channels, 4]}.
   */
  private static String pooled(
      OnnxGraph graph, String name, int windows, List<CompactBankGraph> banks) {
    String shares =
        joined(graph, name + "shares", banks.stream().map(CompactBankGraph::shares).toList(), 1);
    String means =
        joined(graph, name + "means", banks.stream().map(CompactBankGraph::means).toList(), 1);
    float[] equal = new float[windows];
    Arrays.fill(equal, 1f / windows);
    float[] places = new float[windows];
    float[] steps = new float[windows];
    for (int i = 0; i < windows; i++) {
      places[i] = (float) (((i + 0.5) / windows - 0.5) / windows);
      steps[i] = equal[i] / Grid.STEPS;
    }
    return graph.node(
        name + "pooled",
        "Concat",
        List.of(
            times(graph, name + "share", shares, equal),
            times(graph, name + "total", means, steps),
            times(graph, name + "place", shares, places),
            graph.node(
                name + "peak",
                "ReduceMax",
                List.of(shares),
                Map.of("axes", List.of(2L), "keepdims", 1L))),
        Map.of("axis", 2L));
  }

  private static String times(OnnxGraph graph, String name, String x, float... weights) {
    return graph.node(
        name, "MatMul", x, graph.floats(name + ".weights", weights, weights.length, 1));
  }

  private static String joined(OnnxGraph graph, String name, List<String> parts, long axis) {
    return parts.size() == 1
        ? parts.get(0)
        : graph.node(name, "Concat", parts, Map.of("axis", axis));
  }
}
