package io.tsad.trainer.kernel.innovations;

import java.util.Arrays;
import java.util.List;

/**
 * Windows along a series that overlap by half.
 *
 * @param half samples of half a window
 */
record Windows(int half) {
  private static final int FEWEST = 12;

  /** Of {@code halves} those that a series of {@code samples} has enough windows of. */
  static List<Integer> enough(int samples, int... halves) {
    return Arrays.stream(halves).filter(half -> samples / half - 1 >= FEWEST).boxed().toList();
  }

  /**
   * The logarithm of the mean power in each window less the mean of them all.
   *
   * @param power of samples, as a share of its mean
   */
  double[] contrasts(double[] power) {
    double[] logs = new double[power.length / half - 1];
    for (int w = 0; w < logs.length; w++) {
      double sum = 0;
      for (int i = w * half; i < (w + 2) * half; i++) {
        sum += power[i];
      }
      logs[w] = Math.log(sum / (2 * half) + InnovationBank.FLOOR);
    }
    double mean = Arrays.stream(logs).sum() / logs.length;
    for (int w = 0; w < logs.length; w++) {
      logs[w] -= mean;
    }
    return logs;
  }

  /** By how much they differ. */
  static double deviation(double[] contrasts) {
    double squares = 0;
    for (double contrast : contrasts) {
      squares += contrast * contrast;
    }
    return Math.sqrt(squares / contrasts.length) + InnovationBank.SPREAD;
  }
}
