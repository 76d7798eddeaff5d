package io.tsad.trainer.kernel.hydra;

/**
 * The loops in which the time goes. Java's compiler makes vector instructions of a loop only where
 * the body is short, every array is read and written at the same index, and nothing is added up
 * into a single number; hence their shapes, several short ones instead of a long one, and masks in
 * place of conditions and of {@code Math.max}. Whole numbers, so the order of sums does not matter.
 */
final class Loops {
  private Loops() {}

  /** {@code out = p × a + q × b + r × c} for the first {@code n}. */
  static void combine(int[] a, int[] b, int[] c, int p, int q, int r, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = p * a[i] + q * b[i] + r * c[i];
    }
  }

  /** {@code out += p × a + q × b + r × c} for the first {@code n}. */
  static void addCombined(int[] a, int[] b, int[] c, int p, int q, int r, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] += p * a[i] + q * b[i] + r * c[i];
    }
  }

  /** Where {@code x} is larger than {@code most} or smaller than {@code least}, takes its place. */
  static void widen(int[] x, int[] most, int[] least, int n) {
    for (int i = 0; i < n; i++) {
      int higher = most[i] - x[i];
      most[i] -= higher & (higher >> 31);
      int lower = x[i] - least[i];
      least[i] += lower & (lower >> 31);
    }
  }

  /**
   * Adds {@code x} to {@code gain} where no smaller than {@code most}, and 1 to {@code losses}
   * where larger than {@code least}.
   */
  static void compete(int[] x, int[] most, int[] least, int[] gain, int[] losses, int n) {
    for (int i = 0; i < n; i++) {
      gain[i] += x[i] & ~((x[i] - most[i]) >> 31);
      losses[i] -= (least[i] - x[i]) >> 31;
    }
  }
}
