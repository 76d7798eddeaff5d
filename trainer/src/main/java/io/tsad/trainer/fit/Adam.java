package io.tsad.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam with PyTorch's defaults and PyTorch's place for epsilon, holding its own moments (DJL's
 * optimiser hides them). Kingma and Ba, <em>Adam: A Method for Stochastic Optimization</em>, 2015.
 */
final class Adam {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final double EPSILON = 1e-8;

  private final List<NDArray> weights;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> variances = new ArrayList<>();
  private final double learningRate;
  private int steps;

  Adam(List<NDArray> weights, double learningRate, NDManager manager) {
    this.weights = weights;
    this.learningRate = learningRate;
    for (NDArray weight : weights) {
      means.add(manager.zeros(weight.getShape()));
      variances.add(manager.zeros(weight.getShape()));
    }
  }

  /** Moves the weights against their gradients, then zeroes the gradients. */
  void step(NDManager scratch) {
    steps++;
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
    // The native update adds epsilon before the second correction, PyTorch after it; scaling both
    // rate and epsilon makes them the same.
    float rate = (float) (learningRate * correction2 / correction1);
    float epsilon = (float) (EPSILON * correction2);
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      try (NDArray gradient = weight.getGradient()) {
        gradient.attach(scratch);
        NDList state = new NDList(weight, gradient, means.get(i), variances.get(i));
        weight
            .getNDArrayInternal()
            .adamUpdate(
                state,
                new NDList(weight),
                (float) learningRate,
                rate,
                0,
                1,
                -1,
                BETA1,
                BETA2,
                epsilon,
                false,
                false);
      }
    }
  }
}
