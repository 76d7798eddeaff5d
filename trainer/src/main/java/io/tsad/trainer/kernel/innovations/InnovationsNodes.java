package io.tsad.trainer.kernel.innovations;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The nodes of {@link Innovations}, all of them added with its features. */
final class InnovationsNodes implements ViewNodes {
  private final OnnxGraph graph;
  private final Innovations view;
  private final SourceNodes series;
  private @Nullable InnovationsGraph nodes;

  InnovationsNodes(OnnxGraph graph, Innovations view, SourceNodes series) {
    this.graph = graph;
    this.view = view;
    this.series = series;
  }

  @Override
  public String features() {
    nodes = InnovationsGraph.add(graph, view, series.series());
    return nodes.features();
  }

  @Override
  public int[] order() {
    return IntStream.range(0, view.features()).toArray();
  }

  @Override
  public List<String> relevance(FeatureWeights head) {
    if (nodes == null) {
      throw new IllegalStateException("Features come first");
    }
    return new InnovationRelevance(graph, nodes)
        .add("relevance.innovations.", head).stream().toList();
  }
}
