package io.tsad.trainer.kernel.innovations;

/**
 * How much better a line with one bend fits a series than a straight one: the largest likelihood
 * ratio over all places of the bend (Quandt, <em>Tests of the Hypothesis that a Linear Regression
 * System Obeys Two Separate Regimes</em>, Journal of the American Statistical Association 55, 1960;
 * with both lines meeting: Hinkley, <em>Inference in Two-Phase Regression</em>, the same 66, 1971).
 * To linear prediction a bend is one more sample that is a little off, whatever follows it; over
 * all of a series it adds up.
 *
 * <p>Cycles would pass for bends, so they are smoothed away first, by a window of a quarter of the
 * series. That the smoothed samples depend on each other does not matter where the ratio is not
 * compared with a table but with that of other series.
 *
 * @param length of the series, in samples
 */
public record BrokenLine(int length) {
  /** From so many means on, each of as many samples as is a power of two. */
  private static final int FEWEST_MEANS = 32;

  private static final int MEANS_PER_WINDOW = 4;

  /** Smoothed samples on either side of a bend, at least. */
  private static final int MARGIN = 2;

  /** Samples averaged to one before smoothing, so that the means are exact in float32. */
  public int scale() {
    return Integer.highestOneBit(length / FEWEST_MEANS);
  }

  /** How many means there are; what is left at the end is dropped. */
  public int means() {
    return length / scale();
  }

  private int window() {
    return means() / MEANS_PER_WINDOW;
  }

  private int smoothed() {
    return means() - window() + 1;
  }

  /**
   * Takes means to smoothed ones (Hann's window) less the straight line that fits those best.
   *
   * @return {@code [means, smoothed]}
   */
  public double[][] smoother() {
    double[] weights = new double[window()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 - Math.cos(2 * Math.PI * (i + 1) / (weights.length + 1));
      sum += weights[i];
    }
    double[][] smoother = new double[means()][smoothed()];
    for (int i = 0; i < smoother.length; i++) {
      for (int j = Math.max(0, i - window() + 1); j <= Math.min(i, smoothed() - 1); j++) {
        smoother[i][j] = weights[i - j] / sum;
      }
      lessLine(smoother[i]);
    }
    return smoother;
  }

  /**
   * Of a bend at each place what a straight line does not fit, of length 1.
   *
   * @return {@code [smoothed, places]}
   */
  public double[][] bends() {
    int places = smoothed() - 2 * MARGIN;
    double[][] bends = new double[smoothed()][places];
    for (int place = 0; place < places; place++) {
      double[] bend = new double[smoothed()];
      for (int t = place + MARGIN; t < bend.length; t++) {
        bend[t] = t - place - MARGIN;
      }
      lessLine(bend);
      double squares = 0;
      for (double one : bend) {
        squares += one * one;
      }
      for (int t = 0; t < bend.length; t++) {
        bends[t][place] = bend[t] / Math.sqrt(squares);
      }
    }
    return bends;
  }

  private static void lessLine(double[] y) {
    double middle = (y.length - 1) / 2.0;
    double sum = 0;
    double product = 0;
    double squares = 0;
    for (int t = 0; t < y.length; t++) {
      sum += y[t];
      product += y[t] * (t - middle);
      squares += (t - middle) * (t - middle);
    }
    for (int t = 0; t < y.length; t++) {
      y[t] -= sum / y.length + product / squares * (t - middle);
    }
  }

  /**
   * The logarithm of what the best bend explains of a series, to what it leaves.
   *
   * @param grid the series
   */
  float figure(int[] grid) {
    double[] rest = times(Scale.averaged(grid, scale()), smoother());
    double all = 0;
    for (double one : rest) {
      all += one * one;
    }
    double explained = 0;
    for (double one : times(rest, bends())) {
      explained = Math.max(explained, one * one);
    }
    double left = all - explained + LinearPrediction.STEP;
    return (float) Math.log(explained / left + InnovationBank.LEAST);
  }

  private static double[] times(double[] row, double[][] matrix) {
    double[] product = new double[matrix[0].length];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[j] += row[i] * matrix[i][j];
      }
    }
    return product;
  }
}
