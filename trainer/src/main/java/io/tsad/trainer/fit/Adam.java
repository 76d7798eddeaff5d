package io.tsad.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam with PyTorch's defaults and PyTorch's place for epsilon, holding its own moments (DJL's
 * optimiser hides them). Kingma and Ba, <em>Adam: A Method for Stochastic Optimization</em>, 2015.
 */
final class Adam implements Checkpoints.State {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final double EPSILON = 1e-8;

  /**
   * Parameters updated at a time on a CPU. The native update goes over its arrays some ten times;
   * in pieces that fit the cache it takes 60 % of the time it takes over the whole of a large
   * layer.
   */
  private static final int CPU_PIECE = 1 << 17;

  private final TorchNetwork network;
  private final int piece;
  private final List<NDList> weights = new ArrayList<>();
  private final List<NDList> means = new ArrayList<>();
  private final List<NDList> variances = new ArrayList<>();
  private int steps;

  Adam(TorchNetwork network) {
    this.network = network;
    NDManager manager = network.manager();
    this.piece = manager.getDevice().isGpu() ? Integer.MAX_VALUE : CPU_PIECE;
    for (NDArray weight : network.parameters()) {
      weights.add(pieces(weight));
      means.add(pieces(manager.zeros(weight.getShape())));
      variances.add(pieces(manager.zeros(weight.getShape())));
    }
  }

  /** Moves the weights against their gradients, and drops the gradients. */
  void step(double learningRate, NDManager scratch) {
    steps++;
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
    // The native update adds epsilon before the second correction, PyTorch after it; scaling both
    // rate and epsilon makes them the same.
    float rate = (float) (learningRate * correction2 / correction1);
    float epsilon = (float) (EPSILON * correction2);
    List<NDArray> parameters = network.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      NDArray gradient = parameters.get(i).getGradient();
      gradient.attach(scratch);
      NDList gradients = pieces(gradient);
      for (int p = 0; p < gradients.size(); p++) {
        JniUtils.adamUpdate(
            (PtNDArray) weights.get(i).get(p),
            (PtNDArray) gradients.get(p),
            (PtNDArray) means.get(i).get(p),
            (PtNDArray) variances.get(i).get(p),
            (float) learningRate,
            rate,
            0,
            1,
            -1,
            BETA1,
            BETA2,
            epsilon,
            false);
      }
    }
    network.dropGradients();
  }

  /** Views of consecutive parts of {@code array}. */
  private NDList pieces(NDArray array) {
    NDArray flat = array.reshape(new Shape(-1));
    int cuts = Math.toIntExact((flat.size() - 1) / piece);
    long[] at = new long[cuts];
    for (int i = 0; i < cuts; i++) {
      at[i] = (i + 1L) * piece;
    }
    return cuts == 0 ? new NDList(flat) : flat.split(at);
  }

  @Override
  public void save(StateOutput out) throws IOException {
    out.count(steps);
    for (NDList array : moments()) {
      for (NDArray part : array) {
        out.floats(part.toFloatArray());
      }
    }
  }

  void load(StateInput in) throws IOException {
    steps = in.count();
    for (NDList array : moments()) {
      for (NDArray part : array) {
        try (NDArray saved = part.getManager().create(in.floats())) {
          part.set(new NDIndex(":"), saved);
        }
      }
    }
  }

  private List<NDList> moments() {
    return Stream.concat(means.stream(), variances.stream()).toList();
  }
}
