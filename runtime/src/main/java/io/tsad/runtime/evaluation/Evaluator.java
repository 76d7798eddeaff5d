package io.tsad.runtime.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Computes an {@link Evaluation}; the same input and seed give the same result. */
public final class Evaluator {
  private static final int RESAMPLES = 1000;

  private final List<String> classes;
  private final int positive;

  /**
   * For one pair of classes.
   *
   * @param classes two different class names in index order
   * @param positive index of the positive class, 0 or 1
   * @throws IllegalArgumentException if they are not that
   */
  public Evaluator(List<String> classes, int positive) {
    this.classes = List.copyOf(classes);
    this.positive = positive;
    if (classes.size() != 2 || classes.get(0).equals(classes.get(1))) {
      throw new IllegalArgumentException(classes + " are not two different classes");
    }
    if (positive != 0 && positive != 1) {
      throw new IllegalArgumentException("positive class " + positive + " is neither 0 nor 1");
    }
  }

  /**
   * Scores every series once.
   *
   * @param scored at least one series of each class, no name twice
   * @param threshold in [0, 1], on the probability of the positive class
   * @param seed of the bootstrap
   * @throws IllegalArgumentException if they are not that
   */
  public Evaluation evaluate(List<Scored> scored, double threshold, long seed) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold " + threshold + " is not in [0, 1]");
    }
    Set<String> names = new HashSet<>();
    for (Scored series : scored) {
      if (!names.add(series.name())) {
        throw new IllegalArgumentException(series.name() + " is there twice");
      }
    }
    RankedScores ofPositive = RankedScores.of(scored, positive);
    return evaluate(
        scored, threshold, BootstrapIntervals.of(ofPositive, threshold, RESAMPLES, seed));
  }

  /** The same, with intervals that are known already. */
  Evaluation evaluate(List<Scored> scored, double threshold, BootstrapIntervals intervals) {
    return new Evaluation(
        classes,
        positive,
        threshold,
        scored,
        ConfusionMatrix.of(scored, positive, threshold),
        List.of(RocCurve.of(RankedScores.of(scored, 0)), RocCurve.of(RankedScores.of(scored, 1))),
        PrCurve.of(RankedScores.of(scored, positive)),
        intervals);
  }
}
