package io.tsad.dashboard.curves;

import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Scored;
import java.util.Arrays;
import java.util.List;

/**
 * The probabilities of an anomaly that a model gave to its validation series.
 *
 * @param anomalies of the series that are anomalies, in ascending order
 * @param normals of the others, in ascending order
 */
public record ValidationScores(float[] anomalies, float[] normals) {
  /** Those of {@code evaluation}. */
  public static ValidationScores of(Evaluation evaluation) {
    return new ValidationScores(side(evaluation, true), side(evaluation, false));
  }

  private static float[] side(Evaluation evaluation, boolean anomaly) {
    int positive = evaluation.positive();
    List<Scored> side =
        evaluation.scored().stream().filter(one -> one.label() == positive == anomaly).toList();
    float[] scores = new float[side.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = side.get(i).probability(positive);
    }
    Arrays.sort(scores);
    return scores;
  }

  /** The verdicts at {@code threshold}. */
  public ConfusionMatrix at(double threshold) {
    int truePositives = reaching(anomalies, threshold);
    int falsePositives = reaching(normals, threshold);
    return new ConfusionMatrix(
        truePositives,
        falsePositives,
        anomalies.length - truePositives,
        normals.length - falsePositives);
  }

  /** All distinct probabilities, the largest first. */
  float[] descending() {
    float[] all = Arrays.copyOf(anomalies, anomalies.length + normals.length);
    System.arraycopy(normals, 0, all, anomalies.length, normals.length);
    Arrays.sort(all);
    float[] distinct = new float[all.length];
    int count = 0;
    for (int i = all.length - 1; i >= 0; i--) {
      if (i == all.length - 1 || all[i] != all[i + 1]) {
        distinct[count++] = all[i];
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  /** How many of {@code ascending} reach {@code threshold}. */
  private static int reaching(float[] ascending, double threshold) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ascending.length - low;
  }
}
