package io.tsad.trainer.kernel.innovations;

/** A series seen from further away. */
final class Scale {
  private Scale() {}

  /** Means of every {@code scale} samples, a power of two; what is left at the end is dropped. */
  static double[] averaged(int[] grid, int scale) {
    double[] averaged = new double[grid.length / scale];
    for (int i = 0; i < averaged.length * scale; i++) {
      averaged[i / scale] += (double) grid[i] / scale;
    }
    return averaged;
  }
}
