package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;

/**
 * What one step learns from, on the network's device.
 *
 * @param series {@code [size, 1, length]}, scaled
 * @param targets {@code [size, classes]}: how much each class counts as the answer; zeros but for
 *     the class of the series, unless series are mixed
 */
record Batch(NDArray series, NDArray targets) {
  int size() {
    return Math.toIntExact(series.getShape().get(0));
  }
}
