package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.Source;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The nodes of {@link MultiRocket} where all windows are whole. */
record CompactGraph(OnnxGraph graph, MultiRocket view, List<CompactBankGraph> banks)
    implements ViewNodes {
  static CompactGraph add(OnnxGraph graph, MultiRocket view, SourceNodes series) {
    Map<Source, String> rows = new EnumMap<>(Source.class);
    List<CompactBankGraph> banks = new ArrayList<>();
    for (KernelBank bank : view.banks()) {
      // Without a height: ONNX Runtime would lay out images anew before it convolves them.
      String row =
          rows.computeIfAbsent(
              bank.source(),
              source ->
                  graph.node(
                      "rows." + source.ordinal(),
                      "Squeeze",
                      series.get(source),
                      graph.integers("rows.height", 2)));
      String name = "bank%03d.".formatted(banks.size());
      banks.add(CompactBankGraph.add(graph, name, bank, row, view.length()));
    }
    return new CompactGraph(graph, view, banks);
  }

  @Override
  public String features() {
    return CompactPoolsGraph.add(
        graph, CompactPoolsGraph.byWindows(banks, view.length()), view.length());
  }

  @Override
  public int[] order() {
    int[] first = new int[banks.size() + 1];
    for (int i = 0; i < banks.size(); i++) {
      first[i + 1] = first[i] + banks.get(i).bank().features();
    }
    IntStream.Builder order = IntStream.builder();
    for (List<CompactBankGraph> together :
        CompactPoolsGraph.byWindows(banks, view.length()).values()) {
      for (CompactBankGraph one : together) {
        int channels = one.bank().channels();
        int from = first[banks.indexOf(one)];
        for (int c = 0; c < channels; c++) {
          for (int pool = 0; pool < KernelBank.POOLS; pool++) {
            order.add(from + pool * channels + c);
          }
        }
      }
    }
    return order.build().toArray();
  }

  @Override
  public List<String> relevance(FeatureWeights head) {
    List<KernelBankGraph> images = banks.stream().map(bank -> bank.asImages(graph)).toList();
    return new BanksRelevance(graph, view.length()).add(images, head);
  }
}
