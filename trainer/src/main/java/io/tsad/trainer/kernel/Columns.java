package io.tsad.trainer.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some of many features.
 *
 * @param indices of them
 */
public record Columns(int[] indices) {
  /** Those whose part is kept. */
  static Columns of(int[] parts, boolean[] kept) {
    return new Columns(IntStream.range(0, parts.length).filter(j -> kept[parts[j]]).toArray());
  }

  private float[] of(float[] row) {
    float[] some = new float[indices.length];
    for (int j = 0; j < some.length; j++) {
      some[j] = row[indices[j]];
    }
    return some;
  }

  /** Of each row. */
  public float[][] of(float[][] rows) {
    return Arrays.stream(rows).map(this::of).toArray(float[][]::new);
  }
}
