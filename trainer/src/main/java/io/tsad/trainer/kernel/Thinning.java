package io.tsad.trainer.kernel;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Leaves out most of a transform. Its kernels are drawn at random and by the thousand, and what one
 * of them says is nearly said by others: a few of them that are spread over all dilations do as
 * well, up to a point, and a ridge regression on those says, by its scores in leave-one-out, where
 * that point is. Which parts go does not depend on labels, so these scores stay what they are:
 * those of series that nothing was fitted to. (Detach-ROCKET, Uribarri et al. 2024, lets the fit
 * say which features go; its scores in leave-one-out are then too good, the penalty that they
 * choose too small, and the model worse: docs/benchmarks.md.)
 *
 * @param transform the whole
 * @param shares of it to choose from, the smallest first
 */
public record Thinning(KernelTransform transform, double[] shares) {
  /** Shares beside the smallest. */
  private static final int TRIED = 3;

  private static final double SMALLEST = 1.0 / 16;

  /** Multiplications for a series that are not worth saving. */
  private static final double CHEAP = 2.5e6;

  /** What more parts must gain in squared error, in standard errors of the difference. */
  private static final double TOLERANCE = 1.0;

  /** The same, as a share of the error of knowing nothing. */
  private static final double NEGLIGIBLE = 0.005;

  /** Of a transform. */
  public static Thinning of(KernelTransform transform) {
    double share = SMALLEST;
    while (share < 1 && cost(transform, share) < CHEAP) {
      share *= 2;
    }
    double[] shares =
        DoubleStream.iterate(share, one -> 2 * one).limit(TRIED).filter(one -> one <= 1).toArray();
    return new Thinning(transform, shares);
  }

  private static double cost(KernelTransform transform, double share) {
    return Arrays.stream(transform.keeping(transform.thinned(share)).costs()).sum();
  }

  /** The parts that any of the shares has, as a transform. */
  public KernelTransform largest() {
    return transform.keeping(transform.thinned(shares[shares.length - 1])).compact();
  }

  /**
   * What is kept.
   *
   * @param share of all parts
   * @param transform of those
   * @param columns of the features of {@link #largest()}
   * @param fit to those
   */
  public record Kept(double share, KernelTransform transform, Columns columns, Ridge fit) {}

  /**
   * Chooses the smallest share that is about as good as the best.
   *
   * @param features of {@link #largest()}, of each series
   */
  public Kept choose(NDManager manager, float[][] features, boolean[] positive) {
    KernelTransform largest = largest();
    boolean[] parts = transform.thinned(shares[shares.length - 1]);
    List<Kept> all = new ArrayList<>();
    for (double share : shares) {
      boolean[] kept = within(parts, transform.thinned(share));
      KernelTransform some = largest.keeping(kept);
      Columns columns = Columns.of(largest.parts(), kept);
      Ridge fit = Ridge.fit(manager, columns.of(features), some.together(), positive);
      all.add(new Kept(share, some, columns, fit));
    }
    return all.get(
        choose(all.stream().map(one -> one.fit().leftOut()).toArray(double[][]::new), positive));
  }

  /** Of those in {@code outer}, which are in {@code inner}. */
  private static boolean[] within(boolean[] outer, boolean[] inner) {
    boolean[] within = new boolean[outer.length];
    int count = 0;
    for (int i = 0; i < outer.length; i++) {
      if (outer[i]) {
        within[count++] = inner[i];
      }
    }
    return Arrays.copyOf(within, count);
  }

  /** The first of some about as good as the best. */
  static int choose(double[][] scores, boolean[] positive) {
    double[][] errors = new double[scores.length][];
    int best = 0;
    for (int i = 0; i < scores.length; i++) {
      errors[i] = errors(scores[i], positive);
      best = sum(errors[i]) < sum(errors[best]) ? i : best;
    }
    for (int i = 0; i < best; i++) {
      if (isAsGood(errors[i], errors[best])) {
        return i;
      }
    }
    return best;
  }

  private static boolean isAsGood(double[] errors, double[] best) {
    int count = errors.length;
    double mean = (sum(errors) - sum(best)) / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double difference = errors[i] - best[i] - mean;
      squares += difference * difference;
    }
    return mean <= Math.max(NEGLIGIBLE, TOLERANCE * Math.sqrt(squares) / count);
  }

  private static double[] errors(double[] scores, boolean[] positive) {
    double[] errors = new double[scores.length];
    for (int i = 0; i < errors.length; i++) {
      double error = scores[i] - (positive[i] ? 1 : -1);
      errors[i] = error * error;
    }
    return errors;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
