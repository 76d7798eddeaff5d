package io.tsad.trainer.export;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Network;
import java.util.List;

/**
 * A network trained by back-propagation.
 *
 * @param weights in the order of the layers, as each layer lists them
 */
public record NetworkNodes(Network network, List<float[]> weights) implements ModelNodes {
  @Override
  public String name() {
    return network.name();
  }

  @Override
  public Scoring add(OnnxGraph graph, String series, LengthRule rule) {
    return add(graph, series, PreprocessingGraph.add(graph, series, rule));
  }

  /**
   * Adds what comes after preprocessing.
   *
   * @param series raw
   * @param scaled float32 {@code [batch, 1, 1, samples]}
   */
  Scoring add(OnnxGraph graph, String series, String scaled) {
    Forward forward = NetworkGraph.add(graph, scaled, network, weights);
    return new Scoring() {
      @Override
      public String logits() {
        return forward.logits();
      }

      @Override
      public void addRelevance(String output, int positive) {
        if (network.pooled()) {
          ActivationMapGraph.add(graph, output, series, forward, positive);
        } else {
          RelevanceGraph.add(graph, output, series, forward, positive);
        }
      }
    };
  }
}
