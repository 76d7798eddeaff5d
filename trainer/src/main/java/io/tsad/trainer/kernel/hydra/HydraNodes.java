package io.tsad.trainer.kernel.hydra;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureOrder;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.List;

/** The nodes of {@link Hydra}. */
record HydraNodes(OnnxGraph graph, Hydra view, List<HydraGraph> banks) implements ViewNodes {
  static HydraNodes add(OnnxGraph graph, Hydra view, SourceNodes series) {
    List<HydraGraph> banks = new ArrayList<>();
    for (HydraBank bank : view.banks()) {
      String name = "hydra%02d.".formatted(banks.size());
      banks.add(HydraGraph.add(graph, name, bank, series.get(bank.source()), view.length()));
    }
    return new HydraNodes(graph, view, banks);
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
