package io.tsad.trainer.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
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
  void soItIsWhereThereAreMoreSeriesThanFeatures() {
    int few = 20;
    for (int i = 0; i < SERIES; i++) {
      features[i] = Arrays.copyOfRange(features[i], 15, 15 + few);
    }
    Ridge ridge = fit(few);
    float[] all = Standardised.of(features).values(features, 0, few);
    for (int out = 0; out < SERIES; out++) {
      assertEquals(
          refit(all, out, ridge.penalty()),
          ridge.leftOut()[out],
          1e-3,
          "without series " + out + ", penalty " + ridge.penalty());
    }
  }

  @Test
  void bothFormsGiveTheSameModel() {
    int first = FEATURES - 30;
    Standardised standardised = Standardised.of(features);
    double[] target = new double[SERIES];
    double mean = 0;
    for (int i = 0; i < SERIES; i++) {
      target[i] = positive[i] ? 1 : -1;
      mean += target[i] / SERIES;
    }
    for (int i = 0; i < SERIES; i++) {
      target[i] -= mean;
    }
    Ridge.Kinds[] kinds = Ridge.Kinds.toTry(first, FEATURES);
    double[] penalties = {0.03, 0.3};
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      RidgeSolution dual =
          new DualRidge(manager, features, standardised, target).best(kinds, penalties);
      RidgeSolution primal =
          new PrimalRidge(manager, features, standardised, target).best(kinds, penalties);
      assertEquals(dual.penalty(), primal.penalty());
      assertEquals(dual.kinds(), primal.kinds());
      assertArrayEquals(dual.residuals(), primal.residuals(), 1e-4);
      assertArrayEquals(dual.weight(), primal.weight(), 1e-4f);
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
    int count = all.length / SERIES;
    double[] center = new double[count];
    double mean = 0;
    for (int i = 0; i < SERIES; i++) {
      for (int j = 0; j < count && i != out; j++) {
        center[j] += all[i * count + j] / (SERIES - 1.0);
      }
      mean += i == out ? 0 : (positive[i] ? 1 : -1) / (SERIES - 1.0);
    }
    double[] weight = new double[count];
    double change = 1;
    while (change > 1e-9) {
      double[] gradient = new double[count];
      for (int i = 0; i < SERIES; i++) {
        double error = score(all, i, center, weight) - (positive[i] ? 1 : -1) + mean;
        for (int j = 0; j < count && i != out; j++) {
          gradient[j] += error * (all[i * count + j] - center[j]);
        }
      }
      change = 0;
      for (int j = 0; j < count; j++) {
        gradient[j] += penalty * weight[j];
        change += Math.abs(gradient[j]);
        weight[j] -= 0.1 * gradient[j];
      }
    }
    return mean + score(all, out, center, weight);
  }

  private static double score(float[] all, int series, double[] center, double[] weight) {
    int count = weight.length;
    double score = 0;
    for (int j = 0; j < count; j++) {
      score += weight[j] * (all[series * count + j] - center[j]);
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

  @Test
  void anotherFitInTheSameWayDiffersOnlyByItsFeatures() {
    Ridge ridge = fit(FEATURES - 30);
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      assertArrayEquals(
          ridge.leftOut(), ridge.again(manager, features, FEATURES - 30, positive).leftOut(), 1e-6);
      float[][] fewer = new float[SERIES][];
      for (int i = 0; i < SERIES; i++) {
        fewer[i] = Arrays.copyOfRange(features[i], 20, FEATURES);
      }
      Ridge again = ridge.again(manager, fewer, FEATURES - 50, positive);
      assertEquals(ridge.penalty(), again.penalty());
      assertEquals(ridge.share(), again.share());
      assertEquals(FEATURES - 20, again.head().weight().length);
    }
  }
}
