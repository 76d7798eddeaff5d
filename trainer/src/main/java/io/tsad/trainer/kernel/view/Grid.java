package io.tsad.trainer.kernel.view;

import io.tsad.runtime.model.LengthRule;

/**
 * Series as the kernels see them: standardised to mean 0 and deviation 1, then rounded to whole
 * multiples of 1/{@value #STEPS} of the deviation.
 *
 * <p>Kernel weights are whole numbers too, so every product and sum is one, and as long as it stays
 * below 2^24 a float32 holds it exactly: the exported graph cannot differ from this by rounding.
 */
public final class Grid {
  /** Of one deviation. */
  public static final int STEPS = 1 << 12;

  /** In deviations; what lies further out is cut to it. */
  public static final int LIMIT = 16;

  private Grid() {}

  /**
   * What the graph does to a raw series, in the same order: cut or pad, scale to [0, 1] so that no
   * number is too large to be squared, standardise, cut off, round half to even. A constant series
   * becomes zeros.
   *
   * @return {@code rule.samples()} numbers
   */
  public static int[] of(double[] raw, LengthRule rule) {
    int length = rule.samples();
    int seen = Math.min(raw.length, length);
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < seen; i++) {
      min = Math.min(min, raw[i]);
      max = Math.max(max, raw[i]);
    }
    double range = max - min == 0 ? 1 : max - min;
    double[] scaled = new double[length];
    double sum = 0;
    for (int i = 0; i < length; i++) {
      scaled[i] = (raw[Math.min(i, seen - 1)] - min) / range;
      sum += scaled[i];
    }
    double mean = sum / length;
    double squares = 0;
    for (double one : scaled) {
      squares += (one - mean) * (one - mean);
    }
    double deviation = Math.sqrt(squares / length);
    double step = (deviation == 0 ? 1 : deviation) / STEPS;
    int[] grid = new int[length];
    for (int i = 0; i < length; i++) {
      double steps = Math.rint((scaled[i] - mean) / step);
      grid[i] = (int) Math.max(-LIMIT * STEPS, Math.min(LIMIT * STEPS, steps));
    }
    return grid;
  }

  /** Each sample less the one before it; one fewer. */
  static int[] difference(int[] grid) {
    int[] difference = new int[grid.length - 1];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = grid[i + 1] - grid[i];
    }
    return difference;
  }
}
