package io.tsad.trainer.backpropagation;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.architecture.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A network whose weights live in PyTorch, on one device. */
public final class TorchNetwork implements AutoCloseable {
  private static final int SCORING_BATCH = 64;

  private final Network network;
  private final NDManager manager;

  /** In the order of the layers, as each layer lists them. */
  private final List<NDArray> weights = new ArrayList<>();

  /** Draws the weights as PyTorch does by default: uniform within ±1/√fan_in. */
  TorchNetwork(Network network, Device device, RandomStream random) {
    this.network = network;
    this.manager = Engine.getEngine("PyTorch").newBaseManager(device);
    for (Weight weight : network.weights()) {
      add(weight, values(weight, random));
    }
  }

  /** A fitted network again, of what {@link #weights()} said, on the CPU. */
  public static TorchNetwork of(Network network, List<float[]> weights) {
    TorchNetwork torch =
        new TorchNetwork(network, Engine.getEngine("PyTorch").newBaseManager(Device.cpu()));
    List<Weight> shapes = network.weights();
    for (int i = 0; i < weights.size(); i++) {
      torch.add(shapes.get(i), weights.get(i));
    }
    return torch;
  }

  private static float[] values(Weight weight, RandomStream random) {
    float[] values = new float[weight.size()];
    for (int i = 0; i < values.length; i++) {
      if (weight.start() instanceof Weight.Uniform uniform) {
        values[i] = (float) random.uniform(-uniform.bound(), uniform.bound());
      } else if (weight.start() instanceof Weight.Constant constant) {
        values[i] = constant.value();
      } else if (weight.start() instanceof Weight.Values given) {
        values[i] = given.values().get(i);
      }
    }
    return values;
  }

  private void add(Weight weight, float[] values) {
    Shape shape = new Shape(weight.shape().stream().mapToLong(Integer::longValue).toArray());
    // An array made of Java values borrows a Java buffer for as long as its object lives; PyTorch
    // holds weights without their objects too (see Adam), so they need memory of its own.
    try (NDArray borrowed = manager.create(values, shape)) {
      NDArray array = borrowed.duplicate();
      array.setRequiresGradient(weight.trained());
      weights.add(array);
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

  /** The trained ones. */
  List<NDArray> parameters() {
    return weights.stream().filter(NDArray::hasGradient).toList();
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

  /** Gives the weights other values, listed as {@link #weights()} lists them. */
  void load(List<float[]> values) {
    for (int i = 0; i < weights.size(); i++) {
      NDArray weight = weights.get(i);
      try (NDArray saved = manager.create(values.get(i), weight.getShape());
          NDArray shared = weight.stopGradient()) {
        shared.set(new NDIndex("..."), saved);
      }
    }
  }

  /** What the weights are, in the order of the layers, as each layer lists them. */
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
    return new ForwardPass(weights.iterator(), training).through(network.layers(), series);
  }

  /**
   * Scores raw series as the exported model will.
   *
   * @return one row per series, one probability per class
   */
  public List<float[]> probabilities(List<double[]> raw, LengthRule rule) {
    return rows(raw, rule, logits -> logits.softmax(1));
  }

  /** The same before the softmax. */
  public List<float[]> logits(List<double[]> raw, LengthRule rule) {
    return rows(raw, rule, logits -> logits);
  }

  private List<float[]> rows(List<double[]> raw, LengthRule rule, UnaryOperator<NDArray> ofLogits) {
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
        NDList split = ofLogits.apply(logits(series, false)).split(some.size());
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
