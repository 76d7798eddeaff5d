package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureOrder;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.List;

/** The nodes of {@link MultiRocket}. */
record MultiRocketGraph(OnnxGraph graph, MultiRocket view, List<KernelBankGraph> banks)
    implements ViewNodes {
  static MultiRocketGraph add(OnnxGraph graph, MultiRocket view, SourceNodes series) {
    List<KernelBankGraph> banks = new ArrayList<>();
    for (KernelBank bank : view.banks()) {
      String name = "bank%03d.".formatted(banks.size());
      banks.add(KernelBankGraph.add(graph, name, bank, series.get(bank.source()), view.length()));
    }
    return new MultiRocketGraph(graph, view, banks);
  }

  @Override
  public String features() {
    return PoolsGraph.add(graph, banks, view.length());
  }

  @Override
  public int[] order() {
    int[] features = view.banks().stream().mapToInt(KernelBank::features).toArray();
    return FeatureOrder.acrossBanks(KernelBank.POOLS, features);
  }

  @Override
  public List<String> relevance(FeatureWeights head) {
    return new BanksRelevance(graph, view.length()).add(banks, head);
  }
}
