package io.tsad.runtime.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * The probabilities of one class on a set of series, one-vs-rest, with each replaced by its rank
 * among the distinct values. Curves depend on the order alone, and ranks keep it exactly.
 */
public final class RankedScores {
  private final float[] distinct;
  private final int[] rank;
  private final boolean[] positive;

  private RankedScores(float[] distinct, int[] rank, boolean[] positive) {
    this.distinct = distinct;
    this.rank = rank;
    this.positive = positive;
  }

  /**
   * Ranks {@code scored} by the probability of {@code positiveClass}.
   *
   * @throws IllegalArgumentException if there are no series, or all are of one class
   */
  public static RankedScores of(List<Scored> scored, int positiveClass) {
    if (positiveClass != 0 && positiveClass != 1) {
      throw new IllegalArgumentException("class " + positiveClass + " is neither 0 nor 1");
    }
    float[] score = new float[scored.size()];
    boolean[] positive = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = scored.get(i).probability(positiveClass) + 0f; // -0 and 0 are one value
      positive[i] = scored.get(i).label() == positiveClass;
    }
    float[] distinct = distinct(score);
    int[] rank = new int[score.length];
    for (int i = 0; i < rank.length; i++) {
      rank[i] = Arrays.binarySearch(distinct, score[i]);
    }
    RankedScores ranked = new RankedScores(distinct, rank, positive);
    int positives = ranked.ranks(true).length;
    if (positives == 0 || positives == score.length) {
      throw new IllegalArgumentException(
          "series of both classes are needed; of "
              + score.length
              + " series "
              + positives
              + " are of class "
              + positiveClass);
    }
    return ranked;
  }

  private static float[] distinct(float[] score) {
    float[] sorted = score.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /** How many distinct probabilities there are; ranks run from 0 to one less. */
  public int levels() {
    return distinct.length;
  }

  /** The probability with this rank; positive infinity past the last, which no series reaches. */
  public float threshold(int rank) {
    return rank < distinct.length ? distinct[rank] : Float.POSITIVE_INFINITY;
  }

  /** The lowest rank whose probability reaches the threshold, {@link #levels} if none does. */
  public int firstRankAtOrAbove(double threshold) {
    int rank = 0;
    while (rank < distinct.length && distinct[rank] < threshold) {
      rank++;
    }
    return rank;
  }

  /** The ranks of the series of one side, in the order given. */
  public int[] ranks(boolean ofPositives) {
    int count = 0;
    int[] ranks = new int[rank.length];
    for (int i = 0; i < rank.length; i++) {
      if (positive[i] == ofPositives) {
        ranks[count++] = rank[i];
      }
    }
    return Arrays.copyOf(ranks, count);
  }

  /** How many series of one side have each rank. */
  public int[] counts(boolean ofPositives) {
    int[] counts = new int[levels()];
    for (int r : ranks(ofPositives)) {
      counts[r]++;
    }
    return counts;
  }
}
