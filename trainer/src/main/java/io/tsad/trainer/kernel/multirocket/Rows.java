package io.tsad.trainer.kernel.multirocket;

/**
 * Positions in the order in which they are worked on. A row holds the next few positions of every
 * window, window after window; so adding rows up adds up all windows at once, in {@link Loops} that
 * would be slow on one window after the other.
 *
 * @param positions how many there are
 * @param window positions of one window, a power of two; the last may have fewer
 */
record Rows(int positions, int window) {
  private static final int MOST = 16;

  int windows() {
    return (positions + window - 1) / window;
  }

  /** Positions that a window has in a row. */
  int perWindow() {
    return Math.min(MOST, window);
  }

  /** Positions in a row, those past the end included. */
  int width() {
    return windows() * perWindow();
  }

  int count() {
    return window / perWindow();
  }

  /**
   * In rows, what lies {@code shift} samples after each position.
   *
   * @param x with as many samples after the last as the last window lacks positions
   * @return {@code [count, width]}
   */
  int[][] of(int[] x, int shift) {
    int some = perWindow();
    int[][] rows = new int[count()][width()];
    for (int row = 0; row < rows.length; row++) {
      int from = row * some + shift;
      for (int at = 0; at < rows[row].length; at += some) {
        System.arraycopy(x, from, rows[row], at, some);
        from += window;
      }
    }
    return rows;
  }

  /** Whether there is such a position, for each in a row. */
  boolean exists(int row, int column) {
    return column / perWindow() * window + row * perWindow() + column % perWindow() < positions;
  }
}
