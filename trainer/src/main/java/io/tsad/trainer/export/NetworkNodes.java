package io.tsad.trainer.export;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Network;
import java.util.List;
import java.util.Optional;

/**
 * A network trained by back-propagation.
 *
 * @param weights in the order of the layers, as each layer lists them
 * @param half whether it computes in float16, from the scaled series to the logits
 */
public record NetworkNodes(Network network, List<float[]> weights, boolean half)
    implements ModelNodes {
  /** In float32. */
  public NetworkNodes(Network network, List<float[]> weights) {
    this(network, weights, false);
  }

  @Override
  public Optional<ModelNodes> inHalf() {
    return Optional.of(new NetworkNodes(network, weights, true));
  }

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
    OnnxGraph inner = half ? graph.inHalf() : graph;
    Forward forward =
        NetworkGraph.add(inner, inner.entering("half.scaled", scaled), network, weights);
    String logits = inner.leaving("single.logits", forward.logits());
    return new Scoring() {
      @Override
      public String logits() {
        return logits;
      }

      @Override
      public void addRelevance(String output, int positive) {
        if (network.pooled()) {
          ActivationMapGraph.add(inner, output, series, forward, positive);
        } else {
          RelevanceGraph.add(inner, output, series, forward, positive);
        }
      }
    };
  }
}
