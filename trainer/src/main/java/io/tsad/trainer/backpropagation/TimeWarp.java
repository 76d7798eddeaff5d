package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** {@link Augmentation#TIME_WARP}. Both ends of a series stay where they are. */
final class TimeWarp implements BatchChange {
  private static final int MOMENTS = 4;
  private static final float DEVIATION = 0.2f;

  /** Time stands never still and never runs back. */
  private static final float SLOWEST = 0.1f;

  private final Resampling resampling;
  private final NDArray between;
  private final NDArray slowest;
  private final NDArray last;

  TimeWarp(NDManager manager, int length) {
    this.resampling = new Resampling(manager, length);
    this.between = manager.create(between(length - 1), new Shape(MOMENTS, length - 1));
    this.slowest = manager.create(SLOWEST);
    this.last = manager.create(length - 1f);
  }

  /** How much each moment's speed counts at each step from sample to sample. */
  private static float[] between(int steps) {
    float[] shares = new float[MOMENTS * steps];
    for (int i = 0; i < steps; i++) {
      double place = (i + 0.5) / steps * (MOMENTS - 1);
      int before = (int) place;
      shares[before * steps + i] = (float) (before + 1 - place);
      shares[(before + 1) * steps + i] = (float) (place - before);
    }
    return shares;
  }

  @Override
  public Batch apply(Batch batch, NDManager scratch) {
    Shape shape = new Shape(batch.size(), MOMENTS);
    NDArray speeds = scratch.randomNormal(1, DEVIATION, shape, DataType.FLOAT32).maximum(slowest);
    NDArray passed = speeds.matMul(between).cumSum(1);
    NDArray whole = passed.get(new NDIndex(":, -1:"));
    NDArray start = scratch.zeros(new Shape(batch.size(), 1));
    NDArray places = start.concat(passed.div(whole).mul(last), 1);
    return new Batch(resampling.at(batch.series(), places), batch.targets());
  }
}
