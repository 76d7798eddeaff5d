package io.tsad.trainer.kernel.innovations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.kernel.view.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrokenLineTest {
  private static final int LENGTH = 2048;

  @Test
  void meansAreOfAPowerOfTwoAndSmoothedOverAQuarterOfTheSeries() {
    BrokenLine line = new BrokenLine(3653);
    assertEquals(64, line.scale());
    assertEquals(57, line.means());
    assertEquals(57, line.smoother().length);
    assertEquals(57 - 14 + 1, line.smoother()[0].length);
    assertEquals(44 - 4, line.bends()[0].length);
  }

  @Test
  void aStraightLineHasNothingLeftToExplain() {
    // The rest is 0, so the figure is the logarithm of what is added to the ratio.
    assertEquals(Math.log(InnovationBank.LEAST), figure(t -> 3 + 0.1 * t), 0.01);
  }

  @Test
  void aBendIsTheSameOfAnyHeightAndOutdoesAParabola() {
    float bend = figure(t -> Math.max(0, t - 1024));
    assertEquals(bend, figure(t -> 2 * Math.max(0, t - 1024) - 5), 1e-3);
    float parabola = figure(t -> (t - 1024.0) * (t - 1024.0));
    assertTrue(bend > parabola + 1, bend + " and " + parabola);
  }

  @Test
  void itIsWhatFitsByLeastSquaresAtEveryPlaceSay() {
    double[] noise = noise();
    IntToDoubleFunction series = t -> Math.sin(t / 300.0) + noise[t] + 0.001 * Math.abs(t - 900);
    double[] smooth = smoothedByHand(series);
    double straight = leastSquares(smooth, -1);
    double best = Double.POSITIVE_INFINITY;
    for (int place = 2; place < smooth.length - 2; place++) {
      best = Math.min(best, leastSquares(smooth, place));
    }
    assertEquals(Math.log((straight - best) / best), figure(series), 2e-3);
  }

  /** Means of 64 samples, under a Hann window of 8 of them. */
  private static double[] smoothedByHand(IntToDoubleFunction series) {
    int[] grid = grid(series);
    double[] smooth = new double[32 - 8 + 1];
    for (int j = 0; j < smooth.length; j++) {
      double weights = 0;
      for (int i = 0; i < 8; i++) {
        double weight = Math.pow(Math.sin(Math.PI * (i + 1) / 9), 2);
        weights += weight;
        smooth[j] +=
            weight * Arrays.stream(grid, (j + i) * 64, (j + i + 1) * 64).average().orElse(0);
      }
      smooth[j] /= weights;
    }
    return smooth;
  }

  /** What a line with a bend at {@code place} leaves of {@code y}, by Gram and Schmidt. */
  private static double leastSquares(double[] y, int place) {
    List<double[]> columns = new ArrayList<>();
    columns.add(IntStream.range(0, y.length).mapToDouble(t -> 1).toArray());
    columns.add(IntStream.range(0, y.length).mapToDouble(t -> t).toArray());
    if (place >= 0) {
      columns.add(IntStream.range(0, y.length).mapToDouble(t -> Math.max(0, t - place)).toArray());
    }
    columns.add(y.clone());
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        double share =
            product(columns.get(i), columns.get(j)) / product(columns.get(i), columns.get(i));
        for (int t = 0; t < y.length; t++) {
          columns.get(j)[t] -= share * columns.get(i)[t];
        }
      }
    }
    double[] rest = columns.get(columns.size() - 1);
    return product(rest, rest);
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(t -> a[t] * b[t]).sum();
  }

  @Test
  void aBendStandsOutOfNoiseAndCycles() {
    double[] noise = noise();
    float straight = figure(t -> 0.001 * t + Math.sin(t / 20.0) + 0.3 * noise[t]);
    float bent =
        figure(
            t -> 0.001 * t + Math.sin(t / 20.0) + 0.3 * noise[t] - 0.001 * Math.max(0, t - 1200));
    assertTrue(bent > straight + 2, "from " + straight + " to " + bent);
  }

  @Test
  void bendsAreAtRightAnglesToLinesAndOfLengthOne() {
    double[][] bends = new BrokenLine(LENGTH).bends();
    for (int place = 0; place < bends[0].length; place++) {
      double sum = 0;
      double slope = 0;
      double squares = 0;
      for (int t = 0; t < bends.length; t++) {
        sum += bends[t][place];
        slope += bends[t][place] * t;
        squares += bends[t][place] * bends[t][place];
      }
      assertEquals(0, sum, 1e-9);
      assertEquals(0, slope, 1e-9);
      assertEquals(1, squares, 1e-9);
    }
  }

  private static double[] noise() {
    Random random = new Random(6);
    return IntStream.range(0, LENGTH).mapToDouble(t -> random.nextGaussian()).toArray();
  }

  private static float figure(IntToDoubleFunction series) {
    return new BrokenLine(LENGTH).figure(grid(series));
  }

  private static int[] grid(IntToDoubleFunction series) {
    double[] values = IntStream.range(0, LENGTH).mapToDouble(series).toArray();
    return Grid.of(values, new LengthRule(LENGTH, false));
  }
}
