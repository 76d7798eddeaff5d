package io.tsad.trainer.kernel.multirocket;

/**
 * A source under each of the nine weights of a dilated kernel, in rows. A kernel whose weights are
 * −1 but three of 2 answers −(sum of all nine) + 3 × (sum of three): one sum serves all kernels,
 * and each adds three (MiniRocket, section 3).
 *
 * @param rest {@code [rows, width]}; where there is no position, below any threshold
 * @param tripled {@code [TAPS, rows, width]}
 */
record Shifts(int[][] rest, int[][][] tripled) {
  private static final int NOWHERE = Integer.MIN_VALUE / 2;

  /**
   * @param padding zeros before the first sample
   */
  static Shifts of(int[] x, int dilation, int padding, Rows rows) {
    int[] wide = new int[rows.windows() * rows.window() + (KernelBank.TAPS - 1) * dilation];
    System.arraycopy(x, 0, wide, padding, x.length);
    int[][] rest = new int[rows.count()][rows.width()];
    int[][][] tripled = new int[KernelBank.TAPS][][];
    for (int tap = 0; tap < KernelBank.TAPS; tap++) {
      tripled[tap] = rows.of(wide, tap * dilation);
      for (int row = 0; row < rest.length; row++) {
        triple(tripled[tap][row], rest[row]);
      }
    }
    for (int row = 0; row < rest.length; row++) {
      // Only the last window may have fewer positions.
      for (int column = rows.width() - rows.perWindow(); column < rows.width(); column++) {
        rest[row][column] = rows.exists(row, column) ? rest[row][column] : NOWHERE;
      }
    }
    return new Shifts(rest, tripled);
  }

  private static void triple(int[] x, int[] rest) {
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= x[i];
      x[i] *= 3;
    }
  }

  /**
   * Adds up where the kernel with weights of 2 at {@code three} answers more than the threshold.
   *
   * @param above gains, in each column, the number of rows where it does
   * @param over gains by how much
   */
  void exceed(int[] three, int threshold, int[] above, int[] over) {
    for (int row = 0; row < rest.length; row++) {
      int[] a = tripled[three[0]][row];
      int[] b = tripled[three[1]][row];
      int[] c = tripled[three[2]][row];
      Loops.exceed(rest[row], a, b, c, threshold, above, over);
    }
  }
}
