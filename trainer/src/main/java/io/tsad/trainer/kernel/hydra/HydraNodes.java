package io.tsad.trainer.kernel.hydra;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureOrder;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.Source;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The nodes of {@link Hydra}. */
record HydraNodes(OnnxGraph graph, Hydra view, List<HydraGraph> banks) implements ViewNodes {
  static HydraNodes add(OnnxGraph graph, Hydra view, SourceNodes series) {
    List<HydraGraph> banks = new ArrayList<>();
    Map<Source, String> rows = new EnumMap<>(Source.class);
    for (HydraBank bank : view.banks()) {
      String name = "hydra%02d.".formatted(banks.size());
      String source = series.get(bank.source());
      if (view.isCompact()) {
        source = rows.computeIfAbsent(bank.source(), one -> row(graph, one, series));
      }
      int length = view.length();
      String answers = HydraGraph.answers(graph, name, bank, source, view.isCompact());
      banks.add(HydraGraph.add(graph, name, bank, answers, length));
    }
    return new HydraNodes(graph, view, banks);
  }

  private static String row(OnnxGraph graph, Source source, SourceNodes series) {
    String name = "hydra." + source.name().toLowerCase(Locale.ROOT);
    return graph.node(name, "Squeeze", series.get(source), graph.integers(name + ".height", 2));
  }

  @Override
  public String features() {
    return ContestsGraph.add(graph, banks, view.length());
  }

  @Override
  public int[] order() {
    int[] features = view.banks().stream().mapToInt(HydraBank::features).toArray();
    return FeatureOrder.acrossBanks(HydraBank.COUNTS, features);
  }

  /**
   * None: at every position one kernel of each group gains, usual or not, so which one has to be
   * followed position by position, through all of them.
   */
  @Override
  public List<String> relevance(FeatureWeights head) {
    return List.of();
  }
}
