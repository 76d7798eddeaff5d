package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Something drawn and done to a batch on its device. Numbers from the host would make a GPU wait
 * for it: what a change needs beside its draws lies on the device before the first step.
 */
interface BatchChange {
  Batch apply(Batch batch, NDManager scratch);

  /**
   * Adds {@code noise}.
   *
   * @param manager of the device the batches are on
   */
  static BatchChange noise(Noise noise, NDManager manager) {
    NDArray range = manager.create((float) (noise.high() - noise.low()));
    NDArray low = manager.create((float) noise.low());
    return (batch, scratch) -> {
      Shape shape = batch.series().getShape();
      NDArray drawn = scratch.randomUniform(0, 1, shape, DataType.FLOAT32);
      return new Batch(batch.series().add(drawn.muli(range).addi(low)), batch.targets());
    };
  }

  static BatchChange jitter() {
    return (batch, scratch) -> {
      Shape shape = batch.series().getShape();
      NDArray drawn = scratch.randomNormal(0, 0.03f, shape, DataType.FLOAT32);
      return new Batch(batch.series().add(drawn), batch.targets());
    };
  }

  static BatchChange scaling() {
    return (batch, scratch) -> {
      Shape shape = new Shape(batch.size(), 1, 1);
      NDArray factors = scratch.randomNormal(1, 0.1f, shape, DataType.FLOAT32);
      return new Batch(batch.series().mul(factors), batch.targets());
    };
  }

  /** A batch is in random order, so its first with its last and so on are pairs at random. */
  static BatchChange mixup() {
    return (batch, scratch) -> {
      // The squared sine of a uniform angle has the distribution Beta(½, ½).
      Shape shape = new Shape(batch.size(), 1);
      NDArray angle = scratch.randomUniform(0, (float) (Math.PI / 2), shape, DataType.FLOAT32);
      NDArray own = angle.sin().square();
      NDArray series = mixed(batch.series(), own.reshape(batch.size(), 1, 1));
      return new Batch(series, mixed(batch.targets(), own));
    };
  }

  private static NDArray mixed(NDArray one, NDArray own) {
    NDArray other = one.flip(0);
    return other.add(one.sub(other).mul(own));
  }
}
