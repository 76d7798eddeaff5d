package io.tsad.trainer.kernel;

import java.util.Arrays;

/**
 * Groups of competing kernels of one dilation over one source: Hydra (Dempster, Schmidt and Webb,
 * <em>Hydra: Competing Convolutional Kernels for Fast and Accurate Time Series Classification</em>,
 * 2023). At each position the kernel of a group with the largest answer gains that answer, and the
 * one with the smallest gains one. Where several tie, each gains.
 *
 * @param weights whole numbers, {@code [groups, GROUP, TAPS]}, each kernel's adding up to 0
 */
public record HydraBank(Source source, int dilation, int[] weights) {
  /** Kernels of a group. */
  public static final int GROUP = 8;

  /** The sum of a kernel's weights without their signs, roughly. */
  public static final int WEIGHT = 256;

  public int groups() {
    return weights.length / GROUP / KernelBank.TAPS;
  }

  int features() {
    return 2 * groups() * GROUP;
  }

  public int padding() {
    return KernelBank.TAPS / 2 * dilation;
  }

  /** Positions a kernel has, in a series of {@code length}; zeros surround the source. */
  public int positions(int length) {
    return source.length(length);
  }

  /**
   * Counts what each kernel gains.
   *
   * @param x the source, on the grid
   * @param out takes {@link #features()} numbers from {@code at} on: of all kernels the square root
   *     of the mean gain by the largest answer, in deviations, at least 0, then of all that of the
   *     share of positions with the smallest
   */
  void count(int[] x, float[] out, int at) {
    int positions = x.length;
    int[][] answers = new int[GROUP][positions];
    int kernels = groups() * GROUP;
    for (int group = 0; group < groups(); group++) {
      for (int k = 0; k < GROUP; k++) {
        answer(x, group * GROUP + k, answers[k]);
      }
      int[] most = answers[0].clone();
      int[] least = answers[0].clone();
      for (int k = 1; k < GROUP; k++) {
        int[] answer = answers[k];
        for (int i = 0; i < positions; i++) {
          most[i] = Math.max(most[i], answer[i]);
          least[i] = Math.min(least[i], answer[i]);
        }
      }
      for (int k = 0; k < GROUP; k++) {
        long gain = 0;
        int wins = 0;
        int[] answer = answers[k];
        for (int i = 0; i < positions; i++) {
          gain += answer[i] == most[i] ? answer[i] : 0;
          wins += answer[i] == least[i] ? 1 : 0;
        }
        int kernel = group * GROUP + k;
        double mean = gain / (double) WEIGHT / Grid.STEPS / positions;
        out[at + kernel] = (float) Math.sqrt(Math.max(0, mean));
        out[at + kernels + kernel] = (float) Math.sqrt(wins / (double) positions);
      }
    }
  }

  private void answer(int[] x, int kernel, int[] out) {
    Arrays.fill(out, 0);
    for (int tap = 0; tap < KernelBank.TAPS; tap++) {
      int weight = weights[kernel * KernelBank.TAPS + tap];
      int shift = tap * dilation - padding();
      int from = Math.max(0, -shift);
      int to = Math.min(out.length, x.length - shift);
      for (int i = from; i < to; i++) {
        out[i] += weight * x[i + shift];
      }
    }
  }
}
