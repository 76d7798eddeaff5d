package io.tsad.trainer.export.kernel;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.export.RawLength;
import io.tsad.trainer.kernel.KernelBank;
import io.tsad.trainer.kernel.KernelModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The nodes that say where in a series a kernel classifier finds its evidence for the positive
 * class: {@link BankEvidence}, spread evenly over the samples under the kernels' weights, and that
 * of {@link InnovationRelevance}; summed, smoothed over a hundredth of the series, and cut off
 * below zero.
 *
 * <p>What Hydra's kernels add to the score is left out: at every position one of each group gains,
 * usual or not, so which one has to be followed position by position, through all of them.
 */
final class KernelRelevance {
  private static final int SMOOTHED = 100;

  private final OnnxGraph graph;
  private final int length;

  private KernelRelevance(OnnxGraph graph, int length) {
    this.graph = graph;
    this.length = length;
  }

  /**
   * Adds them.
   *
   * @param output the name of the last: float32 {@code [batch, length]}, at least 0
   * @param series {@code [batch, length]}; samples the model does not see get 0
   */
  static void add(
      OnnxGraph graph,
      String output,
      String series,
      KernelModel model,
      List<KernelBankGraph> banks,
      Optional<InnovationsGraph> innovations) {
    int length = model.transform().length();
    KernelRelevance nodes = new KernelRelevance(graph, length);
    // Spreading is the same for all banks of a dilation, so it is done once, with their sum.
    Map<Integer, List<String>> byDilation = new TreeMap<>();
    int first = 0;
    for (int i = 0; i < banks.size(); i++) {
      KernelBank bank = banks.get(i).bank();
      String centres =
          BankEvidence.add(graph, "relevance.bank%03d.".formatted(i), banks.get(i), model, first);
      byDilation.computeIfAbsent(bank.dilation(), dilation -> new ArrayList<>()).add(centres);
      first += KernelBank.POOLS * bank.channels();
    }
    List<String> evidence = new ArrayList<>();
    byDilation.forEach((dilation, centres) -> evidence.add(nodes.spread(dilation, centres)));
    if (innovations.isPresent()) {
      int at = model.transform().pooled();
      InnovationRelevance relevance = new InnovationRelevance(graph, innovations.get());
      evidence.add(relevance.add("relevance.innovations.", model.head(), model.usual(), at));
    }
    String sum = graph.node("relevance.all", "Sum", evidence, Map.of());
    String positive = graph.node("relevance.positive", "Relu", nodes.smooth(sum));
    RawLength.add(graph, output, series, graph.node("relevance.flat", "Flatten", positive));
  }

  /**
   * From the samples under the middle weights to all: each gets a ninth of what lies under each
   * weight.
   *
   * @param centres each {@code [batch, 1, length]}
   */
  private String spread(int dilation, List<String> centres) {
    String name = "relevance.dilation%d.".formatted(dilation);
    String point = graph.node(name + "point", "Sum", centres, Map.of());
    long reach = (long) (KernelBank.TAPS / 2) * dilation;
    float[] share = new float[KernelBank.TAPS];
    Arrays.fill(share, 1f / KernelBank.TAPS);
    return graph.node(
        name + "spread",
        "Conv",
        List.of(point, graph.floats(name + "taps", share, 1, 1, KernelBank.TAPS)),
        Map.of(
            "kernel_shape", List.of((long) KernelBank.TAPS),
            "dilations", List.of((long) dilation),
            "pads", List.of(reach, reach)));
  }

  private String smooth(String x) {
    long reach = Math.max(1, length / SMOOTHED / 2);
    return graph.node(
        "relevance.smooth",
        "AveragePool",
        List.of(x),
        Map.of("kernel_shape", List.of(2 * reach + 1), "pads", List.of(reach, reach)));
  }
}
