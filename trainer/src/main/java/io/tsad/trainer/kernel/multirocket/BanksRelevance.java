package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The nodes that bring what {@link BankEvidence} says to the samples it is about. */
record BanksRelevance(OnnxGraph graph, int length) {
  /**
   * {@link BankEvidence}, spread evenly over the samples under the kernels' weights. Spreading is
   * the same for all banks of a dilation, so it is done once, with their sum.
   */
  List<String> add(List<KernelBankGraph> banks, FeatureWeights head) {
    Map<Integer, List<String>> byDilation = new TreeMap<>();
    int first = 0;
    for (int i = 0; i < banks.size(); i++) {
      KernelBank bank = banks.get(i).bank();
      String name = "relevance.bank%03d.".formatted(i);
      String centres = BankEvidence.add(graph, name, banks.get(i), head, first, length);
      byDilation.computeIfAbsent(bank.dilation(), dilation -> new ArrayList<>()).add(centres);
      first += bank.features();
    }
    List<String> evidence = new ArrayList<>();
    byDilation.forEach((dilation, centres) -> evidence.add(spread(dilation, centres)));
    return evidence;
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
}
