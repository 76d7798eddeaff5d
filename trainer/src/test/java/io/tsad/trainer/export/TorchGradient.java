package io.tsad.trainer.export;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.Iterator;
import java.util.List;

/**
 * Gradient × activation at the last feature map, differentiated by PyTorch; the activation of a
 * channel counts from its mean along the series, of values no higher than their own mean.
 */
record TorchGradient(Network network, List<float[]> weights) {
  /**
   * Of each position of the feature map, summed over channels: of the difference between the logit
   * of class {@code positive} and the other.
   *
   * @param scaled one series, scaled
   */
  float[] timesActivation(double[] scaled, int positive) {
    float[] single = new float[scaled.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) scaled[i];
    }
    List<Layer> layers = network.layers();
    int flatten = layers.indexOf(new Layer.Flatten());
    Iterator<float[]> next = weights.iterator();
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      NDArray x = manager.create(single, new Shape(1, 1, single.length));
      NDArray map = run(layers.subList(0, flatten), next, x).duplicate();
      map.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        NDArray logits = run(layers.subList(flatten, layers.size()), next, map);
        collector.backward(logits.get(0, positive).sub(logits.get(0, 1 - positive)));
      }
      NDArray low = map.minimum(map.mean(new int[] {2}, true));
      NDArray activation = map.sub(low.mean(new int[] {2}, true));
      return map.getGradient().mul(activation).sum(new int[] {0, 1}).toFloatArray();
    }
  }

  private static NDArray run(List<Layer> layers, Iterator<float[]> weights, NDArray series) {
    NDManager manager = series.getManager();
    NDArray x = series;
    for (Layer layer : layers) {
      if (layer instanceof Layer.Conv1d conv) {
        NDArray weight =
            manager.create(weights.next(), new Shape(conv.out(), conv.in(), conv.kernel()));
        x = Conv1d.conv1d(x, weight, manager.create(weights.next())).singletonOrThrow();
      } else if (layer instanceof Layer.Linear linear) {
        NDArray weight = manager.create(weights.next(), new Shape(linear.out(), linear.in()));
        x = Linear.linear(x, weight, manager.create(weights.next())).singletonOrThrow();
      } else if (layer instanceof Layer.Relu) {
        x = Activation.relu(x);
      } else if (layer instanceof Layer.MaxPool1d pool) {
        x =
            Pool.maxPool1d(
                x, new Shape(pool.kernel()), new Shape(pool.stride()), new Shape(0), false);
      } else if (layer instanceof Layer.Flatten) {
        x = x.reshape(1, -1);
      }
    }
    return x;
  }
}
