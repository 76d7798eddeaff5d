package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adam with PyTorch's defaults and PyTorch's place for epsilon, holding its own moments (DJL's
 * optimiser hides them). Kingma and Ba, <em>Adam: A Method for Stochastic Optimization</em>, 2015.
 */
final class Adam implements Checkpoints.State, AutoCloseable {
  private final AdamUpdate update;

  /** Owns what Adam has beside the weights. */
  private final NDManager manager;

  private final PtSymbolBlock script;

  /** First means, then variances, flat and in parts, in the order of the weights. */
  private final List<NDArray> moments;

  /** The script's arguments that stay the same. */
  private final List<IValue> arrays;

  private int steps;

  Adam(TorchNetwork network) {
    this(network, AdamUpdate.on(network.manager().getDevice()));
  }

  Adam(TorchNetwork network, AdamUpdate update) {
    this.update = update;
    this.manager = network.manager().newSubManager();
    this.script = TorchScript.compiled(update.script(), manager);
    List<NDArray> weights = network.parameters();
    List<NDArray> parts = weights.stream().map(NDArray::stopGradient).flatMap(this::parts).toList();
    List<NDArray> means = zeros(weights);
    List<NDArray> variances = zeros(weights);
    List<NDArray> clocks = Collections.nCopies(parts.size(), manager.zeros(new Shape()));
    this.moments = Stream.concat(means.stream(), variances.stream()).toList();
    this.arrays = Stream.of(weights, parts, means, variances, clocks).map(Adam::together).toList();
  }

  private List<NDArray> zeros(List<NDArray> like) {
    return like.stream().map(one -> manager.zeros(one.getShape())).flatMap(this::parts).toList();
  }

  /** Views of consecutive parts of an array. Flat, so that gradients fit whatever their layout. */
  private Stream<NDArray> parts(NDArray array) {
    array.attach(manager);
    NDArray flat = array.reshape(new Shape(-1));
    int cuts = Math.toIntExact((flat.size() - 1) / update.piece());
    long[] at = new long[cuts];
    for (int i = 0; i < cuts; i++) {
      at[i] = (i + 1L) * update.piece();
    }
    return cuts == 0 ? Stream.of(flat) : flat.split(at).stream();
  }

  private static IValue together(List<NDArray> arrays) {
    return IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
  }

  /** Moves the weights against the gradients of {@code loss}. */
  void step(NDArray loss, double learningRate) {
    steps++;
    try (IValue of = IValue.from((PtNDArray) loss);
        IValue step = IValue.from((long) steps);
        IValue rate = IValue.from(update.rate(learningRate, steps));
        IValue epsilon = IValue.from(update.epsilon(steps))) {
      IValue[] arguments =
          Stream.of(Stream.of(of), arrays.stream(), Stream.of(step, rate, epsilon))
              .flatMap(values -> values)
              .toArray(IValue[]::new);
      script.forward(arguments).close();
    }
  }

  @Override
  public void save(StateOutput out) throws IOException {
    out.count(steps);
    for (NDArray part : moments) {
      out.floats(part.toFloatArray());
    }
  }

  void load(StateInput in) throws IOException {
    steps = in.count();
    for (NDArray part : moments) {
      try (NDArray saved = manager.create(in.floats())) {
        part.set(new NDIndex(":"), saved);
      }
    }
  }

  /** PyTorch's lists keep their arrays alive until they are closed themselves. */
  @Override
  public void close() {
    arrays.forEach(IValue::close);
    manager.close();
  }
}
