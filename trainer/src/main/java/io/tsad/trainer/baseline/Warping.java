package io.tsad.trainer.baseline;

import java.util.Arrays;

/** Dynamic time warping within a Sakoe–Chiba band (1978). */
final class Warping {
  private Warping() {}

  /**
   * The least sum of squared differences over all ways to align two series of one length.
   *
   * @param window samples that aligned ones may be apart
   * @param limit what reaches it need not be known
   * @return the sum, or infinity if it is {@code limit} or more
   */
  static double squaredDistance(double[] a, double[] b, int window, double limit) {
    int length = a.length;
    double[] before = new double[length + 1];
    double[] row = new double[length + 1];
    Arrays.fill(before, Double.POSITIVE_INFINITY);
    before[0] = 0;
    for (int i = 0; i < length; i++) {
      int from = Math.max(0, i - window);
      int to = Math.min(length - 1, i + window);
      row[from] = Double.POSITIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      for (int j = from; j <= to; j++) {
        double difference = a[i] - b[j];
        double cost =
            difference * difference + Math.min(before[j], Math.min(before[j + 1], row[j]));
        row[j + 1] = cost;
        least = Math.min(least, cost);
      }
      if (least >= limit) {
        return Double.POSITIVE_INFINITY;
      }
      if (to + 2 <= length) {
        row[to + 2] = Double.POSITIVE_INFINITY; // the next row looks one further
      }
      double[] swap = before;
      before = row;
      row = swap;
    }
    return before[length] >= limit ? Double.POSITIVE_INFINITY : before[length];
  }
}
