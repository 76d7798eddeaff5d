package io.tsad.trainer.fit;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A network whose weights live in PyTorch, on one device. */
public final class TorchNetwork implements AutoCloseable {
  private static final int SCORING_BATCH = 64;

  private final Network network;
  private final NDManager manager;

  /** For each layer that has them, weight then bias. */
  private final List<NDArray> weights = new ArrayList<>();

  /** Draws the weights as PyTorch does by default: uniform within ±1/√fan_in. */
  TorchNetwork(Network network, Device device, RandomStream random) {
    this.network = network;
    this.manager = Engine.getEngine("PyTorch").newBaseManager(device);
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.Conv1d conv) {
        Shape shape = new Shape(conv.out(), conv.in(), conv.kernel());
        addWeights(shape, conv.out(), conv.in() * conv.kernel(), random);
      } else if (layer instanceof Layer.Linear linear) {
        addWeights(new Shape(linear.out(), linear.in()), linear.out(), linear.in(), random);
      }
    }
  }

  private void addWeights(Shape shape, int outputs, int fanIn, RandomStream random) {
    double bound = 1 / Math.sqrt(fanIn);
    for (Shape one : List.of(shape, new Shape(outputs))) {
      float[] values = new float[Math.toIntExact(one.size())];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.uniform(-bound, bound);
      }
      // An array made of Java values borrows a Java buffer for as long as its object lives; weights
      // outlive their objects (see dropGradients), so they need memory of PyTorch's own.
      try (NDArray borrowed = manager.create(values, one)) {
        NDArray weight = borrowed.duplicate();
        weight.setRequiresGradient(true);
        weights.add(weight);
      }
    }
  }

  private TorchNetwork(Network network, NDManager manager) {
    this.network = network;
    this.manager = manager;
  }

  /**
   * The same network on the CPU, which is where scores are compared: a GPU may convolve with TF32.
   * This one is closed if another takes its place.
   */
  TorchNetwork onCpu() {
    if (!manager.getDevice().isGpu()) {
      return this;
    }
    try (this) {
      NDManager cpu = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
      TorchNetwork copy = new TorchNetwork(network, cpu);
      for (NDArray weight : weights) {
        copy.weights.add(cpu.create(weight.toFloatArray(), weight.getShape()));
      }
      return copy;
    }
  }

  NDManager manager() {
    return manager;
  }

  List<NDArray> parameters() {
    return weights;
  }

  /**
   * Lets go of the gradients, so that the next backward pass writes new ones instead of adding to
   * zeros: PyTorch's {@code zero_grad(set_to_none=True)}.
   */
  void dropGradients() {
    weights.replaceAll(
        weight -> {
          try (weight) {
            NDArray same = weight.stopGradient();
            same.setRequiresGradient(true);
            return same;
          }
        });
  }

  /** Whether all weights are; a sum is NaN or infinite if one of them is. */
  boolean isFinite() {
    for (NDArray weight : weights) {
      try (NDArray sum = weight.sum()) {
        if (!Float.isFinite(sum.getFloat())) {
          return false;
        }
      }
    }
    return true;
  }

  /** What the weights are, in the order of the layers, weight before bias. */
  public List<float[]> weights() {
    return weights.stream().map(NDArray::toFloatArray).toList();
  }

  /**
   * Runs the network.
   *
   * @param series {@code [batch, 1, length]}, scaled
   * @return logits, {@code [batch, 2]}
   */
  NDArray logits(NDArray series, boolean training) {
    NDArray x = series;
    Iterator<NDArray> next = weights.iterator();
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.Conv1d) {
        x = Conv1d.conv1d(x, next.next(), next.next()).singletonOrThrow();
      } else if (layer instanceof Layer.Relu) {
        x = Activation.relu(x);
      } else if (layer instanceof Layer.MaxPool1d pool) {
        x =
            Pool.maxPool1d(
                x, new Shape(pool.kernel()), new Shape(pool.stride()), new Shape(0), false);
      } else if (layer instanceof Layer.Flatten) {
        x = x.reshape(x.getShape().get(0), -1);
      } else if (layer instanceof Layer.Linear) {
        x = Linear.linear(x, next.next(), next.next()).singletonOrThrow();
      } else if (layer instanceof Layer.Dropout dropout) {
        x = training ? Dropout.dropout(x, dropout.rate(), true).singletonOrThrow() : x;
      }
    }
    return x;
  }

  /**
   * Scores raw series as the exported model will.
   *
   * @return one row per series, one probability per class
   */
  public List<float[]> probabilities(List<double[]> raw, LengthRule rule) {
    List<float[]> rows = new ArrayList<>(raw.size());
    for (int from = 0; from < raw.size(); from += SCORING_BATCH) {
      List<double[]> some = raw.subList(from, Math.min(raw.size(), from + SCORING_BATCH));
      float[] samples = new float[some.size() * rule.samples()];
      for (int row = 0; row < some.size(); row++) {
        double[] scaled = MinMax.scale(some.get(row), rule);
        for (int i = 0; i < scaled.length; i++) {
          samples[row * scaled.length + i] = (float) scaled[i];
        }
      }
      try (NDManager scratch = manager.newSubManager()) {
        NDArray series = scratch.create(samples, new Shape(some.size(), 1, rule.samples()));
        NDList split = logits(series, false).softmax(1).split(some.size());
        split.forEach(row -> rows.add(row.toFloatArray()));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    manager.close();
  }
}
