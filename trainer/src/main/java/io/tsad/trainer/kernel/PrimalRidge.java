package io.tsad.trainer.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.tsad.trainer.kernel.Ridge.Kinds;
import java.util.Arrays;

/**
 * {@link Ridge} by the products of every two features, summed over a few series at a time: it takes
 * memory for their number squared, whatever the number of series.
 */
final class PrimalRidge {
  /** Series at a time. */
  private static final int CHUNK = 4096;

  private final NDManager manager;
  private final float[][] features;
  private final Standardised standardised;
  private final double[] target;
  private final NDArray products;
  private final NDArray withTarget;

  PrimalRidge(NDManager manager, float[][] features, Standardised standardised, double[] target) {
    this.manager = manager;
    this.features = features;
    this.standardised = standardised;
    this.target = target;
    int count = features[0].length;
    NDArray squares = manager.zeros(new Shape(count, count), DataType.FLOAT64);
    NDArray sums = manager.zeros(new Shape(1, count), DataType.FLOAT64);
    this.withTarget = manager.zeros(new Shape(count, 1), DataType.FLOAT64);
    for (int from = 0; from < features.length; from += CHUNK) {
      try (NDManager scratch = manager.newSubManager()) {
        NDArray rows = rows(scratch, from);
        squares.addi(rows.transpose().matMul(rows));
        sums.addi(rows.sum(new int[] {0}, true));
        withTarget.addi(rows.transpose().matMul(targets(scratch, from)));
      }
    }
    // As if the mean were exactly zero, which rounding leaves it short of.
    this.products = squares.sub(sums.transpose().matMul(sums).div(features.length));
  }

  RidgeSolution best(Kinds[] toTry, double... penalties) {
    RidgeSolution best = null;
    for (Kinds kinds : toTry) {
      for (double penalty : penalties) {
        RidgeSolution one = solve(kinds, penalty);
        if (best == null || one.error() < best.error()) {
          best = one;
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("No penalty to try");
    }
    return best;
  }

  private RidgeSolution solve(Kinds kinds, double penalty) {
    int count = features[0].length;
    double[] root = new double[count];
    for (int j = 0; j < count; j++) {
      root[j] = Math.sqrt(kinds.of(j));
    }
    try (NDManager scratch = manager.newSubManager()) {
      NDArray column = scratch.create(root, new Shape(count, 1));
      NDArray row = scratch.create(root, new Shape(1, count));
      NDArray ridge = scratch.eye(count).toType(DataType.FLOAT64, false).mul(penalty);
      NDArray inverse = ridge.add(products.mul(column).mul(row)).inverse();
      inverse.attach(scratch);
      // Of features as they are, not multiplied by their kind's root.
      NDArray whole = inverse.mul(column).mul(row);
      whole.attach(scratch);
      NDArray weight = whole.matMul(withTarget);
      weight.attach(scratch);
      double[] residuals = new double[features.length];
      double error = 0;
      for (int from = 0; from < features.length; from += CHUNK) {
        error += residuals(whole, weight, from, residuals);
      }
      double[] exact = weight.toDoubleArray();
      float[] rounded = new float[count];
      for (int j = 0; j < count; j++) {
        rounded[j] = (float) exact[j];
      }
      return new RidgeSolution(penalty, kinds, rounded, residuals, error);
    }
  }

  private double residuals(NDArray whole, NDArray weight, int from, double[] residuals) {
    try (NDManager scratch = whole.getManager().newSubManager()) {
      NDArray rows = rows(scratch, from);
      double[] scores = rows.matMul(weight).toDoubleArray();
      double[] leverage = rows.matMul(whole).mul(rows).sum(new int[] {1}).toDoubleArray();
      double error = 0;
      for (int i = 0; i < scores.length; i++) {
        // The mean, which is not penalised, accounts for one n-th of each series' own leverage.
        double left = 1 - leverage[i] - 1.0 / features.length;
        double residual = (target[from + i] - scores[i]) / Math.max(1e-9, left);
        residuals[from + i] = residual;
        error += residual * residual;
      }
      return error;
    }
  }

  private NDArray rows(NDManager scratch, int from) {
    int to = Math.min(features.length, from + CHUNK);
    float[][] some = Arrays.copyOfRange(features, from, to);
    int count = features[0].length;
    return scratch
        .create(standardised.values(some, 0, count), new Shape(to - from, count))
        .toType(DataType.FLOAT64, false);
  }

  private NDArray targets(NDManager scratch, int from) {
    int to = Math.min(features.length, from + CHUNK);
    return scratch.create(Arrays.copyOfRange(target, from, to), new Shape(to - from, 1));
  }
}
