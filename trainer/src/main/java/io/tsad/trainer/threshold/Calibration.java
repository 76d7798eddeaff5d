package io.tsad.trainer.threshold;

/**
 * From how sure a model is to how often it is right: {@code probability = 1 / (1 + exp(−(slope ×
 * margin + intercept)))}, where the margin is the logit of the positive class less the other's.
 *
 * @param method {@code platt}, {@code temperature}, as {@code --calibrate} takes them
 * @param slope above 0; in temperature scaling 1 / temperature
 * @param intercept 0 in temperature scaling
 */
public record Calibration(String method, double slope, double intercept) {
  /** Probabilities as the model gives them. */
  public static final Calibration NONE = new Calibration("none", 1, 0);

  private static final int STEPS = 100;
  private static final double LEAST_SLOPE = 1e-3;
  private static final double CLOSE = 1e-10;

  /**
   * Both numbers (Platt, <em>Probabilistic Outputs for Support Vector Machines</em>, 1999), by
   * Newton's method with his cautious targets, as in Lin, Lin and Weng, <em>A Note on Platt's
   * Probabilistic Outputs for Support Vector Machines</em>, Machine Learning 68, 2007.
   *
   * @param margins of series that were not trained on
   * @param positive which of them are positive, some but not all
   */
  public static Calibration platt(double[] margins, boolean[] positive) {
    return fit("platt", margins, positive, true);
  }

  /**
   * The slope alone (Guo, Pleiss, Sun and Weinberger, <em>On Calibration of Modern Neural
   * Networks</em>, 2017): no verdict at 0.5 changes.
   */
  public static Calibration temperature(double[] margins, boolean[] positive) {
    return fit("temperature", margins, positive, false);
  }

  /**
   * Platt's where its intercept pays for itself by the criterion of Schwarz (<em>Estimating the
   * Dimension of a Model</em>, Annals of Statistics 6, 1978), else temperature scaling: of few
   * series an intercept is mostly noise, and moves every verdict.
   */
  public static Calibration plattWhereItPays(double[] margins, boolean[] positive) {
    Calibration one = temperature(margins, positive);
    Calibration two = platt(margins, positive);
    double[] target = targets(positive);
    double gain =
        loss(margins, target, one.slope, one.intercept)
            - loss(margins, target, two.slope, two.intercept);
    return gain > Math.log(margins.length) / 2 ? two : one;
  }

  /** The calibrated probability of the positive class. */
  public float probability(double margin) {
    return (float) (1 / (1 + Math.exp(-(slope * margin + intercept))));
  }

  private static Calibration fit(
      String method, double[] margins, boolean[] positive, boolean withIntercept) {
    double[] target = targets(positive);
    double slope = 1;
    double intercept = 0;
    double loss = loss(margins, target, slope, intercept);
    for (int step = 0; step < STEPS; step++) {
      double gradientSlope = 0;
      double gradientIntercept = 0;
      double slopes = 1e-12;
      double both = 0;
      double intercepts = 1e-12;
      for (int i = 0; i < margins.length; i++) {
        double p = 1 / (1 + Math.exp(-(slope * margins[i] + intercept)));
        double weight = p * (1 - p);
        gradientSlope += (p - target[i]) * margins[i];
        gradientIntercept += p - target[i];
        slopes += weight * margins[i] * margins[i];
        both += weight * margins[i];
        intercepts += weight;
      }
      double determinant = withIntercept ? slopes * intercepts - both * both : slopes;
      double bySlope =
          withIntercept
              ? (intercepts * gradientSlope - both * gradientIntercept) / determinant
              : gradientSlope / determinant;
      double byIntercept =
          withIntercept ? (slopes * gradientIntercept - both * gradientSlope) / determinant : 0;
      double part = 1;
      double next = loss;
      // Half as far, until it is better there; the loss is convex.
      for (; part > CLOSE; part /= 2) {
        next =
            slope - part * bySlope < LEAST_SLOPE
                ? Double.POSITIVE_INFINITY
                : loss(margins, target, slope - part * bySlope, intercept - part * byIntercept);
        if (next < loss) {
          break;
        }
      }
      if (!(next < loss)) {
        break;
      }
      slope -= part * bySlope;
      intercept -= part * byIntercept;
      loss = next;
    }
    return new Calibration(method, slope, intercept);
  }

  /** Not quite 1 and 0, so that classes that part do not ask for an infinite slope. */
  private static double[] targets(boolean[] positive) {
    int positives = 0;
    for (boolean one : positive) {
      positives += one ? 1 : 0;
    }
    double[] target = new double[positive.length];
    for (int i = 0; i < target.length; i++) {
      target[i] =
          positive[i]
              ? (positives + 1.0) / (positives + 2.0)
              : 1 / (positive.length - positives + 2.0);
    }
    return target;
  }

  private static double loss(double[] margins, double[] target, double slope, double intercept) {
    double loss = 0;
    for (int i = 0; i < margins.length; i++) {
      double z = slope * margins[i] + intercept;
      // log(1 + exp(z)) − target × z, for any z.
      loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target[i] * z;
    }
    return loss;
  }
}
