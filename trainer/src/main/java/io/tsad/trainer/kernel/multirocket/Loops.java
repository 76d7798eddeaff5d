package io.tsad.trainer.kernel.multirocket;

/**
 * The loop in which the time goes. Java's compiler makes vector instructions of a loop only where
 * the body is short, every array is read and written at the same index, and nothing is added up
 * into a single number; hence its shape, and a mask in place of a condition. Whole numbers, so the
 * order of sums does not matter.
 */
final class Loops {
  private Loops() {}

  /**
   * Where {@code rest + a + b + c} is above the threshold, adds 1 to {@code above}, and to {@code
   * over} by how much.
   */
  static void exceed(
      int[] rest, int[] a, int[] b, int[] c, int threshold, int[] above, int[] over) {
    for (int i = 0; i < rest.length; i++) {
      int difference = rest[i] + a[i] + b[i] + c[i] - threshold;
      int mask = -difference >> 31; // all ones where the difference is positive
      above[i] -= mask;
      over[i] += difference & mask;
    }
  }
}
