package io.tsad.trainer.fit;

/**
 * What one step learns from.
 *
 * @param samples {@code [size, length]}, row after row
 * @param labels {@code [size]}
 */
record Batch(float[] samples, int[] labels) {
  int size() {
    return labels.length;
  }
}
