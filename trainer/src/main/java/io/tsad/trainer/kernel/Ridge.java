package io.tsad.trainer.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * A ridge regression on ±1, in its dual form, since there are more features than series: all it
 * takes of the features are the products of every two series. The penalty is the one with the least
 * squared error in leave-one-out, which a ridge regression gives without fitting again (Golub,
 * Heath and Wahba, <em>Generalized Cross-Validation as a Method for Choosing a Good Ridge
 * Parameter</em>, Technometrics 21(2), 1979).
 *
 * @param head the scores
 * @param penalty the one chosen, of features divided by their deviation and by the root of their
 *     number
 * @param share of what all features weigh together, that of the second kind; 0 where there is none
 * @param leftOut of each training series, the score by a fit to all others
 */
public record Ridge(LinearHead head, double penalty, double share, double[] leftOut) {
  /** Shares of the second kind to choose from. */
  private static final double[] SHARES = {0.5, 0.95};

  /** Features at a time. */
  private static final int CHUNK = 4096;

  private static final double[] PENALTIES = {1e-5, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1, 10};

  /**
   * Fits it.
   *
   * @param features of each series
   * @param first how many of them are of a first kind; what each kind weighs as a whole does not
   *     depend on how many there are of it, but is chosen like the penalty
   * @param positive which series are of the positive class
   */
  public static Ridge fit(NDManager parent, float[][] features, int first, boolean[] positive) {
    int series = features.length;
    int count = features[0].length;
    Standardised standardised = Standardised.of(features);
    double[] target = new double[series];
    double mean = 0;
    for (int i = 0; i < series; i++) {
      target[i] = positive[i] ? 1 : -1;
      mean += target[i] / series;
    }
    for (int i = 0; i < series; i++) {
      target[i] -= mean;
    }
    try (NDManager manager = parent.newSubManager()) {
      NDArray ofFirst = centred(products(manager, features, 0, first, standardised));
      NDArray ofSecond = centred(products(manager, features, first, count, standardised));
      NDArray identity = manager.eye(series).toType(DataType.FLOAT64, false);
      NDArray y = manager.create(target, new Shape(series, 1));
      Solution best = null;
      for (Kinds kinds : Kinds.toTry(first, count)) {
        NDArray products = ofFirst.mul(kinds.first()).add(ofSecond.mul(kinds.second()));
        for (double penalty : PENALTIES) {
          try (NDManager scratch = manager.newSubManager()) {
            NDArray ridge = identity.mul(penalty);
            ridge.attach(scratch);
            NDArray sum = products.add(ridge);
            sum.attach(scratch);
            NDArray inverse = sum.inverse();
            inverse.attach(scratch);
            Solution one = Solution.of(inverse, y, penalty, kinds);
            if (best == null || one.error() < best.error()) {
              best = one;
            }
          }
        }
      }
      if (best == null) {
        throw new IllegalStateException("No penalty to try");
      }
      double[] leftOut = new double[series];
      for (int i = 0; i < series; i++) {
        leftOut[i] = target[i] - best.residuals()[i] + mean;
      }
      float[] weight = standardised.unscaled(weight(features, standardised, best));
      return new Ridge(
          new LinearHead(standardised.mean(), weight, mean),
          best.penalty(),
          best.kinds().share(),
          leftOut);
    }
  }

  /** Of every two series. */
  private static NDArray products(
      NDManager manager, float[][] features, int begin, int end, Standardised standardised) {
    int series = features.length;
    NDArray sum = manager.zeros(new Shape(series, series), DataType.FLOAT64);
    for (int from = begin; from < end; from += CHUNK) {
      int to = Math.min(end, from + CHUNK);
      try (NDManager scratch = manager.newSubManager()) {
        NDArray rows =
            scratch.create(standardised.values(features, from, to), new Shape(series, to - from));
        sum.addi(rows.matMul(rows.transpose()).toType(DataType.FLOAT64, false));
      }
    }
    return sum;
  }

  /** Of each feature, from the weight of each series. */
  private static float[] weight(float[][] features, Standardised standardised, Solution solution) {
    double[] dual = solution.dual();
    double[] weight = new double[features[0].length];
    for (int i = 0; i < dual.length; i++) {
      for (int j = 0; j < weight.length; j++) {
        weight[j] +=
            dual[i] * ((features[i][j] - standardised.mean()[j]) * standardised.scale()[j]);
      }
    }
    float[] rounded = new float[weight.length];
    for (int j = 0; j < rounded.length; j++) {
      rounded[j] = (float) (solution.kinds().of(j) * weight[j]);
    }
    return rounded;
  }

  /**
   * Products as if the series' mean were exactly zero, which rounding leaves it short of; what is
   * said of the mean's leverage below holds only then.
   */
  private static NDArray centred(NDArray products) {
    NDArray rows = products.mean(new int[] {1}, true);
    NDArray columns = products.mean(new int[] {0}, true);
    return products.sub(rows).sub(columns).add(products.mean());
  }

  /** The share of training series on the right side of 0 when left out. */
  public double accuracy(boolean[] positive) {
    int right = 0;
    for (int i = 0; i < positive.length; i++) {
      right += leftOut[i] > 0 == positive[i] ? 1 : 0;
    }
    return right / (double) positive.length;
  }

  /**
   * By what products of features are multiplied, of each kind.
   *
   * @param share of the second kind
   * @param count of the first kind
   */
  private record Kinds(double share, int count, double first, double second) {
    static List<Kinds> toTry(int first, int all) {
      if (first == all) {
        return List.of(new Kinds(0, first, 1, 1));
      }
      return Arrays.stream(SHARES)
          .mapToObj(
              share ->
                  new Kinds(
                      share,
                      first,
                      (1 - share) * all / first,
                      share * all / (double) (all - first)))
          .toList();
    }

    double of(int feature) {
      return feature < count ? first : second;
    }
  }

  private record Solution(
      double penalty, Kinds kinds, double[] dual, double[] residuals, double error) {
    static Solution of(NDArray inverse, NDArray target, double penalty, Kinds kinds) {
      NDArray product = inverse.matMul(target);
      product.attach(inverse.getManager());
      double[] dual = product.toDoubleArray();
      NDArray diagonal =
          inverse
              .mul(inverse.getManager().eye(dual.length).toType(DataType.FLOAT64, false))
              .sum(new int[] {1});
      double[] own = diagonal.toDoubleArray();
      double error = 0;
      double[] residuals = new double[dual.length];
      for (int i = 0; i < dual.length; i++) {
        // The mean, which is not penalised, accounts for one n-th of each series' own leverage.
        residuals[i] = penalty * dual[i] / Math.max(1e-9, penalty * own[i] - 1.0 / dual.length);
        error += residuals[i] * residuals[i];
      }
      return new Solution(penalty, kinds, dual, residuals, error);
    }
  }
}
