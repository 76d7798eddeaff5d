package io.tsad.trainer.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeTest {
  private static final int SERIES = 30;
  private static final int FEATURES = 80;

  private final float[][] features = new float[SERIES][FEATURES];
  private final boolean[] positive = new boolean[SERIES];

  RidgeTest() {
    Random random = new Random(9);
    for (int i = 0; i < SERIES; i++) {
      positive[i] = i % 3 == 0;
      for (int j = 0; j < FEATURES; j++) {
        features[i][j] = (float) (random.nextGaussian() + (positive[i] && j < 25 ? 1 : 0) + j);
      }
    }
  }

  private Ridge fit() {
    return fit(FEATURES);
  }

  private Ridge fit(int first) {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      return Ridge.fit(manager, features, first, positive);
    }
  }

  @Test
  void theScoreLeftOutIsThatOfAFitWithoutTheSeries() {
    Ridge ridge = fit();
    float[] all = Standardised.of(features).values(features, 0, FEATURES);
    for (int out = 0; out < SERIES; out++) {
      assertEquals(
          refit(all, out, ridge.penalty()),
          ridge.leftOut()[out],
          1e-3,
          "without series " + out + ", penalty " + ridge.penalty());
    }
  }

  @Test
  void aFewFeaturesThatTellAreNotLostAmongManyOfAnotherKind() {
    int first = FEATURES - 5;
    Random random = new Random(10);
    for (int i = 0; i < SERIES; i++) {
      for (int j = 0; j < first; j++) {
        features[i][j] = (float) random.nextGaussian();
      }
      for (int j = first; j < FEATURES; j++) {
        features[i][j] = (float) (random.nextGaussian() + (positive[i] ? 2 : 0));
      }
    }
    Ridge apart = fit(first);
    assertTrue(apart.share() > 0.5, "share of the second kind: " + apart.share());
    assertTrue(apart.accuracy(positive) > fit().accuracy(positive));
    float[] all = Standardised.of(features).values(features, 0, FEATURES);
    for (int i = 0; i < SERIES; i++) {
      for (int j = 0; j < FEATURES; j++) {
        double weight =
            j < first
                ? (1 - apart.share()) * FEATURES / first
                : apart.share() * FEATURES / (FEATURES - first);
        all[i * FEATURES + j] *= (float) Math.sqrt(weight);
      }
    }
    for (int out = 0; out < SERIES; out++) {
      assertEquals(
          refit(all, out, apart.penalty()), apart.leftOut()[out], 1e-3, "without series " + out);
    }
  }

  /** By gradient descent on the primal problem, which knows nothing of the dual or of leverages. */
  private double refit(float[] all, int out, double penalty) {
    double[] center = new double[FEATURES];
    double mean = 0;
    for (int i = 0; i < SERIES; i++) {
      for (int j = 0; j < FEATURES && i != out; j++) {
        center[j] += all[i * FEATURES + j] / (SERIES - 1.0);
      }
      mean += i == out ? 0 : (positive[i] ? 1 : -1) / (SERIES - 1.0);
    }
    double[] weight = new double[FEATURES];
    double change = 1;
    while (change > 1e-9) {
      double[] gradient = new double[FEATURES];
      for (int i = 0; i < SERIES; i++) {
        double error = score(all, i, center, weight) - (positive[i] ? 1 : -1) + mean;
        for (int j = 0; j < FEATURES && i != out; j++) {
          gradient[j] += error * (all[i * FEATURES + j] - center[j]);
        }
      }
      change = 0;
      for (int j = 0; j < FEATURES; j++) {
        gradient[j] += penalty * weight[j];
        change += Math.abs(gradient[j]);
        weight[j] -= 0.1 * gradient[j];
      }
    }
    return mean + score(all, out, center, weight);
  }

  private static double score(float[] all, int series, double[] center, double[] weight) {
    double score = 0;
    for (int j = 0; j < FEATURES; j++) {
      score += weight[j] * (all[series * FEATURES + j] - center[j]);
    }
    return score;
  }

  @Test
  void classesThatDifferAreToldApart() {
    Ridge ridge = fit();
    assertTrue(ridge.accuracy(positive) >= 0.8, "left out: " + ridge.accuracy(positive));
    int right = 0;
    for (int i = 0; i < SERIES; i++) {
      right += ridge.head().score(features[i]) > 0 == positive[i] ? 1 : 0;
    }
    assertEquals(SERIES, right);
  }

  @Test
  void aFeatureThatNeverChangesWeighsNothing() {
    for (float[] one : features) {
      one[7] = 1e6f;
    }
    assertEquals(0, fit().head().weight()[7]);
  }
}
