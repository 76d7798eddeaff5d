package io.tsad.trainer.kernel;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;

/**
 * A ridge regression on ±1, in its dual form where there are more features than series: all that
 * takes of the features are the products of every two series; else those of every two features. The
 * penalty is the one with the least squared error in leave-one-out, which a ridge regression gives
 * without fitting again (Golub, Heath and Wahba, <em>Generalized Cross-Validation as a Method for
 * Choosing a Good Ridge Parameter</em>, Technometrics 21(2), 1979).
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
    Kinds[] kinds = Kinds.toTry(first, features[0].length);
    return fit(parent, features, positive, kinds, PENALTIES);
  }

  /**
   * Fits other features of the same series in the same way, with the penalty and the share of this
   * one: what differs in their scores is the features' doing.
   *
   * @param first how many of them are of the first kind
   */
  Ridge again(NDManager parent, float[][] others, int first, boolean[] positive) {
    Kinds kinds = Kinds.of(share, first, others[0].length);
    return fit(parent, others, positive, new Kinds[] {kinds}, penalty);
  }

  private static Ridge fit(
      NDManager parent,
      float[][] features,
      boolean[] positive,
      Kinds[] kinds,
      double... penalties) {
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

    RidgeSolution best;
    try (NDManager manager = parent.newSubManager()) {
      best =
          count < series
              ? new PrimalRidge(manager, features, standardised, target).best(kinds, penalties)
              : new DualRidge(manager, features, standardised, target).best(kinds, penalties);
    }
    double[] leftOut = new double[series];
    for (int i = 0; i < series; i++) {
      leftOut[i] = target[i] - best.residuals()[i] + mean;
    }
    return new Ridge(
        new LinearHead(standardised.mean(), standardised.unscaled(best.weight()), mean),
        best.penalty(),
        best.kinds().share(),
        leftOut);
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
  record Kinds(double share, int count, double first, double second) {
    static Kinds[] toTry(int first, int all) {
      double[] shares = first == all || first == 0 ? new double[] {0} : SHARES;
      return Arrays.stream(shares).mapToObj(share -> of(share, first, all)).toArray(Kinds[]::new);
    }

    static Kinds of(double share, int first, int all) {
      return share == 0
          ? new Kinds(0, first, 1, 1)
          : new Kinds(
              share, first, (1 - share) * all / first, share * all / (double) (all - first));
    }

    double of(int feature) {
      return feature < count ? first : second;
    }
  }
}
