package io.tsad.trainer.kernel;

/**
 * A source under each of the nine weights of a dilated kernel. A kernel whose weights are −1 but
 * three of 2 answers −(sum of all nine) + 3 × (sum of three): one sum serves all kernels, and each
 * adds three (MiniRocket, section 3).
 */
record Shifts(int[] rest, int[][] tripled) {
  /**
   * @param positions how many there are
   * @param padding zeros before the first sample
   */
  static Shifts of(int[] x, int dilation, int positions, int padding) {
    int[][] tripled = new int[KernelBank.TAPS][positions];
    int[] rest = new int[positions];
    for (int tap = 0; tap < KernelBank.TAPS; tap++) {
      int shift = tap * dilation - padding;
      int from = Math.max(0, -shift);
      int to = Math.min(positions, x.length - shift);
      int[] one = tripled[tap];
      for (int i = from; i < to; i++) {
        one[i] = 3 * x[i + shift];
        rest[i] -= x[i + shift];
      }
    }
    return new Shifts(rest, tripled);
  }

  /** What the kernel with weights of 2 at {@code three} answers at each position. */
  void response(int[] three, int[] out) {
    int[] a = tripled[three[0]];
    int[] b = tripled[three[1]];
    int[] c = tripled[three[2]];
    for (int i = 0; i < out.length; i++) {
      out[i] = rest[i] + a[i] + b[i] + c[i];
    }
  }
}
