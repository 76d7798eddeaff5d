package io.tsad.trainer.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.tsad.trainer.kernel.Ridge.Kinds;

/** {@link Ridge} by the products of every two series. */
record DualRidge(
    NDManager manager, float[][] features, Standardised standardised, double[] target) {
  /** Features at a time. */
  private static final int CHUNK = 4096;

  RidgeSolution best(Kinds[] toTry, double... penalties) {
    int series = features.length;
    int count = features[0].length;
    int first = toTry[0].count();
    NDArray ofFirst = centred(products(0, first));
    NDArray ofSecond = centred(products(first, count));
    NDArray identity = manager.eye(series).toType(DataType.FLOAT64, false);
    NDArray y = manager.create(target, new Shape(series, 1));
    Solution best = null;
    for (Kinds kinds : toTry) {
      NDArray products = ofFirst.mul(kinds.first()).add(ofSecond.mul(kinds.second()));
      for (double penalty : penalties) {
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
    return new RidgeSolution(
        best.penalty(), best.kinds(), weight(best), best.residuals(), best.error());
  }

  /** Of every two series. */
  private NDArray products(int begin, int end) {
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
  private float[] weight(Solution solution) {
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
