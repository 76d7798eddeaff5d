package io.tsad.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam with PyTorch's defaults and PyTorch's place for epsilon, holding its own moments (DJL's
 * optimiser hides them). Kingma and Ba, <em>Adam: A Method for Stochastic Optimization</em>, 2015.
 */
abstract sealed class Adam implements Checkpoints.State, AutoCloseable
    permits AdamInPieces, FusedAdam {
  static final double EPSILON = 1e-8;

  /** Owns what Adam has beside the weights. */
  private final NDManager manager;

  private int steps;

  Adam(TorchNetwork network) {
    this.manager = network.manager().newSubManager();
  }

  /**
   * What is faster on the network's device. The system property {@code tsad.adam}, {@code pieces}
   * or {@code fused}, takes the other one, to measure that.
   */
  static Adam of(TorchNetwork network) {
    boolean gpu = network.manager().getDevice().isGpu();
    return System.getProperty("tsad.adam", gpu ? "fused" : "pieces").equals("fused")
        ? new FusedAdam(network)
        : new AdamInPieces(network);
  }

  /**
   * Moves the weights against the gradients of {@code loss}.
   *
   * @param gradients the one that {@code loss} was computed under
   */
  final void step(
      GradientCollector gradients, NDArray loss, double learningRate, NDManager scratch) {
    steps++;
    move(gradients, loss, steps, learningRate, scratch);
  }

  /**
   * @param step from 1
   */
  abstract void move(
      GradientCollector gradients, NDArray loss, int step, double learningRate, NDManager scratch);

  /** First means, then variances, flat, in the order of the weights. */
  abstract Stream<NDArray> moments();

  final NDManager manager() {
    return manager;
  }

  /** What there is before the first step. */
  final List<NDArray> zeros(List<NDArray> like) {
    return like.stream().map(array -> manager.zeros(array.getShape())).toList();
  }

  @Override
  public final void save(StateOutput out) throws IOException {
    out.count(steps);
    for (NDArray array : moments().toList()) {
      out.floats(array.toFloatArray());
    }
  }

  final void load(StateInput in) throws IOException {
    steps = in.count();
    for (NDArray array : moments().toList()) {
      try (NDArray saved = manager.create(in.floats())) {
        array.set(new NDIndex(":"), saved);
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
