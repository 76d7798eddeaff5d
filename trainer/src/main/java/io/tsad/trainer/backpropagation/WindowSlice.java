package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** {@link Augmentation#WINDOW_SLICE}. */
final class WindowSlice implements BatchChange {
  private static final float SHARE = 0.9f;

  private final Resampling resampling;
  private final NDArray window;
  private final float latest;

  WindowSlice(NDManager manager, int length) {
    float[] places = new float[length];
    for (int i = 0; i < length; i++) {
      places[i] = SHARE * i;
    }
    this.resampling = new Resampling(manager, length);
    this.window = manager.create(places, new Shape(1, length));
    this.latest = (1 - SHARE) * (length - 1);
  }

  @Override
  public Batch apply(Batch batch, NDManager scratch) {
    Shape shape = new Shape(batch.size(), 1);
    NDArray start = scratch.randomUniform(0, latest, shape, DataType.FLOAT32);
    return new Batch(resampling.at(batch.series(), start.add(window)), batch.targets());
  }
}
