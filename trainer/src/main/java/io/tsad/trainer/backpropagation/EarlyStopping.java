package io.tsad.trainer.backpropagation;

import java.io.IOException;
import java.util.List;

/**
 * Keeps the weights that did best on series held back from training, and says when they have not
 * got better for too long. Prechelt, <em>Early Stopping — But When?</em>, 1998.
 */
final class EarlyStopping implements Checkpoints.State {
  private final int patience;
  private double least = Double.POSITIVE_INFINITY;
  private int bestEpoch;
  private List<float[]> bestWeights = List.of();

  /**
   * @param patience epochs without a better one until it is over; 0 for never, and then nothing is
   *     kept
   */
  EarlyStopping(int patience) {
    this.patience = patience;
  }

  boolean on() {
    return patience > 0;
  }

  /**
   * Learns how an epoch went.
   *
   * @param epoch from 1
   * @param loss on the series held back
   */
  void endEpoch(int epoch, double loss, TorchNetwork network) {
    if (loss < least) {
      least = loss;
      bestEpoch = epoch;
      bestWeights = network.weights();
    }
  }

  boolean over(int epoch) {
    return on() && epoch - bestEpoch >= patience;
  }

  /** Gives the best weights back to the network; says of which epoch they are. */
  int restore(TorchNetwork network, int epoch) {
    if (bestWeights.isEmpty()) {
      return epoch;
    }
    network.load(bestWeights);
    return bestEpoch;
  }

  @Override
  public void save(StateOutput out) throws IOException {
    out.number(least);
    out.count(bestEpoch);
    out.floats(bestWeights);
  }

  void load(StateInput in) throws IOException {
    least = in.number();
    bestEpoch = in.count();
    bestWeights = in.floatArrays();
  }
}
