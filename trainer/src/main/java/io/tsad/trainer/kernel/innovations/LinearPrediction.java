package io.tsad.trainer.kernel.innovations;

import io.tsad.trainer.kernel.view.Grid;

/**
 * Linear prediction: each sample as a weighted sum of the {@link #ORDER} before it, and with the
 * same weights of those after it, the weights being those with the least squared error over the
 * series both ways (the modified covariance method: Marple, <em>A New Autoregressive Spectrum
 * Analysis Algorithm</em>, IEEE Transactions on Acoustics, Speech and Signal Processing 28(4),
 * 1980). What a series repeats is predicted, cycles included, whatever their period; what is left
 * is what is new at each sample.
 *
 * <p>Products are summed exactly, since samples are on the {@link Grid} or means of so many that it
 * is a power of two, and the elimination takes the same steps as the graph's, in the same order.
 */
public final class LinearPrediction {
  /** Samples that predict one. */
  public static final int ORDER = 48;

  /** Added to the diagonal, as a share of its mean: a pure cycle has more than one solution. */
  public static final double RIDGE = 1e-8;

  /** Added to the diagonal and to mean powers: a step of the grid, squared. */
  public static final double STEP = 1;

  private LinearPrediction() {}

  /** About how many multiplications it takes for so many samples. */
  static double products(int samples) {
    double terms = ORDER + 1;
    return terms * samples * 3 + terms * terms * terms;
  }

  /**
   * What is left of the samples.
   *
   * @param samples more than {@link #ORDER}
   * @return {@code [2, samples − ORDER]}: what each sample but the first is more than those before
   *     it predict, and each but the last more than those after it
   */
  static double[][] errors(double[] samples) {
    double[] filter = filter(samples);
    double[][] errors = new double[2][samples.length - ORDER];
    for (int i = 0; i <= ORDER; i++) {
      for (int t = 0; t < errors[0].length; t++) {
        errors[0][t] += filter[i] * samples[t + ORDER - i];
        errors[1][t] += filter[i] * samples[t + i];
      }
    }
    return errors;
  }

  /** 1, then the weights of the samples before, the latest first, with their signs turned. */
  private static double[] filter(double[] samples) {
    double[][] a = products(samples);
    double trace = 0;
    for (int i = 1; i <= ORDER; i++) {
      trace += a[i][i];
    }
    double ridge = trace * (RIDGE / ORDER) + STEP;
    for (int i = 1; i <= ORDER; i++) {
      a[i][i] += ridge;
    }
    for (int k = 1; k <= ORDER; k++) {
      eliminate(a, k);
    }
    double[] filter = new double[ORDER + 1];
    filter[0] = 1;
    for (int i = 1; i <= ORDER; i++) {
      filter[i] = -a[i][0];
    }
    return filter;
  }

  /** Of every two lags, both ways, {@code [ORDER + 1, ORDER + 1]}. */
  private static double[][] products(double[] x) {
    int n = x.length;
    double[][] sums = new double[ORDER + 1][ORDER + 1];
    for (int j = 0; j <= ORDER; j++) {
      for (int t = ORDER; t < n; t++) {
        sums[0][j] += x[t] * x[t - j];
      }
    }
    // The next along a diagonal is over samples one earlier: one product enters, one leaves.
    for (int i = 1; i <= ORDER; i++) {
      for (int j = i; j <= ORDER; j++) {
        sums[i][j] = sums[i - 1][j - 1] + x[ORDER - i] * x[ORDER - j] - x[n - i] * x[n - j];
      }
    }
    double[][] both = new double[ORDER + 1][ORDER + 1];
    for (int i = 0; i <= ORDER; i++) {
      for (int j = 0; j <= ORDER; j++) {
        both[i][j] =
            sums[Math.min(i, j)][Math.max(i, j)]
                + sums[ORDER - Math.max(i, j)][ORDER - Math.min(i, j)];
      }
    }
    return both;
  }

  /** A step of Gauss and Jordan: column {@code k} becomes that of the identity. */
  private static void eliminate(double[][] a, int k) {
    double pivot = a[k][k];
    double[] row = new double[a.length];
    for (int j = 0; j < row.length; j++) {
      row[j] = a[k][j] / pivot;
    }
    for (int i = 0; i < a.length; i++) {
      double factor = i == k ? a[i][k] - 1 : a[i][k];
      for (int j = 0; j < row.length; j++) {
        a[i][j] -= factor * row[j];
      }
    }
  }
}
