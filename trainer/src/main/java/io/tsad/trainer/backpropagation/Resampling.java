package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/** Reads series between their samples, along straight lines. */
final class Resampling {
  private final NDArray first;
  private final NDArray last;
  private final NDArray lastButOne;
  private final NDArray one;

  Resampling(NDManager manager, int length) {
    this.first = manager.create(0f);
    this.last = manager.create(length - 1f);
    this.lastButOne = manager.create(length - 2f);
    this.one = manager.create(1L);
  }

  /**
   * The values of {@code series} at {@code places}.
   *
   * @param series {@code [size, 1, length]}, of 2 samples or more
   * @param places {@code [size, length]}, in samples from the first
   */
  NDArray at(NDArray series, NDArray places) {
    NDArray within = places.maximum(first).minimum(last).reshape(series.getShape());
    NDArray before = within.floor().minimum(lastButOne);
    NDArray index = before.toType(DataType.INT64, false);
    NDArray left = series.gather(index, 2);
    NDArray right = series.gather(index.add(one), 2);
    return left.add(right.sub(left).mul(within.sub(before)));
  }
}
