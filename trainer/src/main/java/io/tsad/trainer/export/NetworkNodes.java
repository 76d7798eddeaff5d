package io.tsad.trainer.export;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Network;
import java.util.List;

/**
 * A network trained by back-propagation.
 *
 * @param weights in the order of the layers, weight before bias
 */
public record NetworkNodes(Network network, List<float[]> weights) implements ModelNodes {
  @Override
  public String name() {
    return network.name();
  }

  @Override
  public Scoring add(OnnxGraph graph, String series, LengthRule rule) {
    String scaled = PreprocessingGraph.add(graph, series, rule);
    Forward forward = NetworkGraph.add(graph, scaled, network, weights);
    return new Scoring() {
      @Override
      public String logits() {
        return forward.logits();
      }

      @Override
      public void addRelevance(String output, int positive) {
        RelevanceGraph.add(graph, output, series, forward, positive);
      }
    };
  }
}
