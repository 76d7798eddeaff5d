package io.tsad.trainer.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.evaluation.BaselineAccuracy;
import io.tsad.runtime.model.LengthRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final int LENGTH = 60;
  private static final int WINDOW = 6;

  private final Random random = new Random(3);

  private double[] noise() {
    return random.doubles(LENGTH, -1, 1).toArray();
  }

  /** A bump that may come a little sooner or later. */
  private LabelledSeries series(int label, int at) {
    double[] values = new double[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      double place = (i - at) / 4.0;
      values[i] = Math.exp(-place * place) * (label == 1 ? -1 : 1) + 0.01 * random.nextDouble();
    }
    return new LabelledSeries(label + "/" + at, values, label);
  }

  private static double plainWarping(double[] a, double[] b, int window) {
    double[][] cost = new double[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        cost[i][j] = i == 0 && j == 0 ? 0 : Double.POSITIVE_INFINITY;
        if (i > 0 && j > 0 && Math.abs(i - j) <= window) {
          double least = Math.min(cost[i - 1][j - 1], Math.min(cost[i - 1][j], cost[i][j - 1]));
          cost[i][j] = least + (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
        }
      }
    }
    return cost[a.length][b.length];
  }

  @Test
  void warpingAlignsAsTheRecursionSays() {
    for (int turn = 0; turn < 50; turn++) {
      double[] a = noise();
      double[] b = noise();
      double expected = plainWarping(a, b, WINDOW);
      assertEquals(
          expected, Warping.squaredDistance(a, b, WINDOW, Double.POSITIVE_INFINITY), 1e-12);
      assertEquals(
          Double.POSITIVE_INFINITY, Warping.squaredDistance(a, b, WINDOW, expected * 0.99));
      assertTrue(Envelope.of(b, WINDOW).squaredDistance(a) <= expected);
    }
  }

  @Test
  void aSeriesThatComesLaterIsStillTheNearest() {
    List<LabelledSeries> train = List.of(series(0, 30), series(1, 30), series(0, 33));
    NearestNeighbour neighbour = NearestNeighbour.of(train, new LengthRule(LENGTH, false));
    assertEquals(0, neighbour.label(series(0, 27).values()));
    assertEquals(1, neighbour.label(series(1, 35).values()));
  }

  @Test
  void longSeriesAreAveragedAndConstantOnesAreZeros() {
    double[] saw = new double[1024];
    for (int i = 0; i < saw.length; i++) {
      saw[i] = i % 2 + (i < 512 ? 0 : 10);
    }
    double[] standardised = Standardised.of(saw, new LengthRule(1024, false), 256);
    assertEquals(-1, standardised[0], 1e-12);
    assertEquals(1, standardised[255], 1e-12);
    assertEquals(0, Standardised.of(new double[] {5}, new LengthRule(8, true), 8)[3]);
  }

  @Test
  void bothAreJudgedOnTheValidationSet() {
    List<LabelledSeries> train = new ArrayList<>();
    List<LabelledSeries> val = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      train.add(series(i < 6 ? 1 : 0, 25 + i));
      val.add(series(i % 2, 26 + i));
    }
    BaselineAccuracy baselines =
        Baselines.accuracy(train, val, new LengthRule(LENGTH, false), done -> {});
    assertEquals(new BaselineAccuracy(0.5, 1), baselines);
  }
}
