package io.tsad.trainer.kernel.hydra;

import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Source;
import java.util.Arrays;
import java.util.stream.IntStream;

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

  /** Weights a kernel has. */
  public static final int TAPS = 9;

  /** Ways of counting what a kernel gains. */
  public static final int COUNTS = 2;

  /** The sum of a kernel's weights without their signs, roughly. */
  public static final int WEIGHT = 256;

  /** Positions at a time, at most, so that what they need stays in the fastest cache. */
  private static final int TILE = 512;

  public int groups() {
    return weights.length / GROUP / TAPS;
  }

  public int features() {
    return COUNTS * groups() * GROUP;
  }

  /** Those of its groups that are kept. */
  HydraBank keeping(boolean[] kept) {
    int each = GROUP * TAPS;
    int[] some =
        IntStream.range(0, weights.length)
            .filter(i -> kept[i / each])
            .map(i -> weights[i])
            .toArray();
    return new HydraBank(source, dilation, some);
  }

  public int padding() {
    return TAPS / 2 * dilation;
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
    int tile = Math.min(TILE, x.length);
    int[][][] tiles = tiles(x, tile);
    int kernels = groups() * GROUP;
    Contest contest = new Contest(tile);
    for (int group = 0; group < groups(); group++) {
      contest.hold(tiles, weights, group, x.length);
      for (int k = 0; k < GROUP; k++) {
        int kernel = group * GROUP + k;
        double mean = contest.gain(k) / (double) WEIGHT / Grid.STEPS / x.length;
        out[at + kernel] = (float) Math.sqrt(Math.max(0, mean));
        out[at + kernels + kernel] = (float) Math.sqrt(contest.wins(k) / (double) x.length);
      }
    }
  }

  /** What lies under each weight, a few positions at a time: {@code [tiles, TAPS, size]}. */
  private int[][][] tiles(int[] x, int size) {
    int[] padded = new int[x.length + 2 * padding() + size];
    System.arraycopy(x, 0, padded, padding(), x.length);
    int[][][] tiles = new int[(x.length + size - 1) / size][TAPS][];
    for (int tile = 0; tile < tiles.length; tile++) {
      for (int tap = 0; tap < TAPS; tap++) {
        int from = tile * size + tap * dilation;
        tiles[tile][tap] = Arrays.copyOfRange(padded, from, from + size);
      }
    }
    return tiles;
  }
}
