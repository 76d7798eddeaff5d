package io.tsad.trainer.kernel.hydra;

import java.util.Arrays;

/** Kernels of one group that compete for positions, a few at a time. */
final class Contest {
  /** An answer has at most 25 bits: so many fit an int when added up. */
  private static final int TILES = 32;

  private final int[][] answers;
  private final int[] most;
  private final int[] least;
  private final int[][] gains;
  private final int[][] losses;
  private final long[] gain = new long[HydraBank.GROUP];
  private final long[] wins = new long[HydraBank.GROUP];

  /**
   * @param tile positions at a time, at most
   */
  Contest(int tile) {
    answers = new int[HydraBank.GROUP][tile];
    most = new int[tile];
    least = new int[tile];
    gains = new int[HydraBank.GROUP][tile];
    losses = new int[HydraBank.GROUP][tile];
  }

  /**
   * Lets the kernels of a group compete for all positions.
   *
   * @param x what lies under each weight, {@code [tiles, TAPS, tile]}
   * @param weights of all groups
   */
  void hold(int[][][] x, int[] weights, int group, int positions) {
    Arrays.fill(gain, 0);
    Arrays.fill(wins, positions);
    for (int tile = 0; tile < x.length; tile++) {
      int some = Math.min(most.length, positions - tile * most.length);
      for (int k = 0; k < HydraBank.GROUP; k++) {
        int at = (group * HydraBank.GROUP + k) * HydraBank.TAPS;
        answer(x[tile], weights, at, answers[k], some);
      }
      compete(some);
      if ((tile + 1) % TILES == 0 || tile + 1 == x.length) {
        collect();
      }
    }
  }

  private static void answer(int[][] x, int[] w, int at, int[] out, int n) {
    Loops.combine(x[0], x[1], x[2], w[at], w[at + 1], w[at + 2], out, n);
    Loops.addCombined(x[3], x[4], x[5], w[at + 3], w[at + 4], w[at + 5], out, n);
    Loops.addCombined(x[6], x[7], x[8], w[at + 6], w[at + 7], w[at + 8], out, n);
  }

  private void compete(int n) {
    System.arraycopy(answers[0], 0, most, 0, n);
    System.arraycopy(answers[0], 0, least, 0, n);
    for (int k = 1; k < HydraBank.GROUP; k++) {
      Loops.widen(answers[k], most, least, n);
    }
    for (int k = 0; k < HydraBank.GROUP; k++) {
      Loops.compete(answers[k], most, least, gains[k], losses[k], n);
    }
  }

  private void collect() {
    for (int k = 0; k < HydraBank.GROUP; k++) {
      for (int i = 0; i < most.length; i++) {
        gain[k] += gains[k][i];
        wins[k] -= losses[k][i];
      }
      Arrays.fill(gains[k], 0);
      Arrays.fill(losses[k], 0);
    }
  }

  /** What kernel {@code k} gained, as the largest of the group. */
  long gain(int k) {
    return gain[k];
  }

  /** At how many positions kernel {@code k} answered least. */
  long wins(int k) {
    return wins[k];
  }
}
