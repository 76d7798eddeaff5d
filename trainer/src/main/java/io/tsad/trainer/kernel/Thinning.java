package io.tsad.trainer.kernel;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;

/**
 * Leaves out most of a transform. Its kernels are drawn at random and by the thousand, and what one
 * of them says is nearly said by others: some of them that are spread over all dilations do as
 * well, up to a point, and a ridge regression on those says, by its scores in leave-one-out, where
 * that point is. Which parts go does not depend on labels, so these scores stay what they are:
 * those of series that nothing was fitted to. (Detach-ROCKET, Uribarri et al. 2024, lets the fit
 * say which features go; its scores in leave-one-out are then too good, the penalty that they
 * choose too small, and the model worse: docs/benchmarks.md.)
 *
 * <p>The whole stands until less is shown to do: from all parts on, smaller shares are tried, as
 * long as the loss is small beyond doubt, and the first one that is not ends it. A few series
 * cannot show much, so most is kept of what is fitted to them. (Tests in an order fixed beforehand,
 * up to the first that fails, need no correction for their number: Maurer, Hothorn and Lehmacher,
 * 1995.)
 *
 * @param transform the whole
 * @param shares of it to choose from, the largest first, which is 1
 */
public record Thinning(KernelTransform transform, double[] shares) {
  /** With a tenth, what is never left out takes two fifths of the time: docs/benchmarks.md. */
  private static final double[] SHARES = {1, 0.5, 0.2, 0.1};

  /** Added squared error that is small, as a share of that of knowing nothing. */
  private static final double SMALL = 0.01;

  /** How sure it must be that it is no more, in standard errors: one-sided, 97.7 %. */
  private static final double SURE = 2;

  /** Of a transform. */
  public static Thinning of(KernelTransform transform) {
    return new Thinning(transform, SHARES);
  }

  /** All parts, as they are computed where only some are kept. */
  public KernelTransform whole() {
    return transform.compact();
  }

  /**
   * What is kept.
   *
   * @param share of all parts
   * @param transform of those
   * @param columns of the features of {@link #whole()}
   * @param fit to those
   */
  public record Kept(double share, KernelTransform transform, Columns columns, Ridge fit) {}

  /**
   * Chooses the share to keep.
   *
   * @param features of {@link #whole()}, of each series
   */
  public Kept choose(NDManager manager, float[][] features, boolean[] positive) {
    KernelTransform whole = whole();
    Ridge all = Ridge.fit(manager, features, whole.together(), positive);
    double share = shares[0];
    for (int i = 1; i < shares.length; i++) {
      float[][] own = columns(whole, shares[i]).of(features);
      Ridge fewer = all.again(manager, own, some(whole, shares[i]).together(), positive);
      if (!isEnough(fewer.leftOut(), all.leftOut(), positive)) {
        break;
      }
      share = shares[i];
    }
    KernelTransform some = some(whole, share);
    Columns columns = columns(whole, share);
    Ridge fit =
        share == shares[0]
            ? all
            : Ridge.fit(manager, columns.of(features), some.together(), positive);
    return new Kept(share, some, columns, fit);
  }

  private static KernelTransform some(KernelTransform whole, double share) {
    return whole.keeping(whole.thinned(share));
  }

  private static Columns columns(KernelTransform whole, double share) {
    return Columns.of(whole.parts(), whole.thinned(share));
  }

  /**
   * Whether scores are surely not much worse than others.
   *
   * @param some by a fit to some features, of series left out
   * @param all by a fit to all
   */
  static boolean isEnough(double[] some, double[] all, boolean[] positive) {
    double[] losses = new double[some.length];
    double mean = 0;
    for (int i = 0; i < losses.length; i++) {
      double target = positive[i] ? 1 : -1;
      losses[i] = Math.pow(some[i] - target, 2) - Math.pow(all[i] - target, 2);
      mean += target / losses.length;
    }
    double knowingNothing = 1 - mean * mean;
    double loss = Arrays.stream(losses).average().orElse(0);
    double squares = Arrays.stream(losses).map(one -> (one - loss) * (one - loss)).sum();
    double error = Math.sqrt(squares) / losses.length;
    return loss + SURE * error <= SMALL * knowingNothing;
  }
}
