package io.tsad.trainer.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.evaluation.Reliability;
import io.tsad.runtime.evaluation.Scored;
import io.tsad.testing.Evaluations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private final double[] margins = new double[20_000];
  private final boolean[] positive = new boolean[margins.length];

  /** Labels that are right as often as the logistic function of 3 × margin − 1 says. */
  private void draw(double slope, double intercept) {
    Random random = new Random(1);
    for (int i = 0; i < margins.length; i++) {
      margins[i] = random.nextGaussian();
      positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-(slope * margins[i] + intercept)));
    }
  }

  @Test
  void plattFindsSlopeAndInterceptAgain() {
    draw(3, -1);
    Calibration platt = Calibration.platt(margins, positive);
    assertEquals(3, platt.slope(), 0.15);
    assertEquals(-1, platt.intercept(), 0.1);
  }

  @Test
  void aTemperatureMovesNoVerdict() {
    draw(0.25, 0);
    Calibration temperature = Calibration.temperature(margins, positive);
    assertEquals(0.25, temperature.slope(), 0.03);
    assertEquals(0, temperature.intercept());
    assertEquals(0.5f, temperature.probability(0));
  }

  @Test
  void anInterceptIsForManySeries() {
    draw(3, -1);
    assertEquals("platt", Calibration.plattWhereItPays(margins, positive).method());
    double[] few = Arrays.copyOf(margins, 20);
    boolean[] labels = Arrays.copyOf(positive, 20);
    Calibration one = Calibration.plattWhereItPays(few, labels);
    assertEquals("temperature", one.method());
    assertEquals(Calibration.temperature(few, labels), one);
    draw(3, 0);
    assertEquals("temperature", Calibration.plattWhereItPays(margins, positive).method());
  }

  @Test
  void classesThatPartStillGiveASlope() {
    for (int i = 0; i < margins.length; i++) {
      positive[i] = i % 3 == 0;
      margins[i] = positive[i] ? 1 : -1;
    }
    for (Calibration one :
        List.of(Calibration.platt(margins, positive), Calibration.temperature(margins, positive))) {
      assertTrue(one.slope() > 1 && one.slope() < 20, one.toString());
      assertTrue(one.probability(1) > 0.99 && one.probability(1) < 1, one.toString());
    }
  }

  @Test
  void marginsThatPointTheWrongWayAreNotTurnedRound() {
    for (int i = 0; i < margins.length; i++) {
      positive[i] = i % 2 == 0;
      margins[i] = positive[i] ? -1 : 1;
    }
    assertTrue(Calibration.platt(margins, positive).slope() > 0);
  }

  @Test
  void calibratedProbabilitiesAreAsReliableAsTheirLabelsAreDrawn() {
    draw(3, -1);
    Calibration platt = Calibration.platt(margins, positive);
    double before = error(Calibration.NONE);
    double after = error(platt);
    assertTrue(before > 0.1, "before: " + before);
    assertTrue(after < 0.01, "after: " + after);
  }

  private double error(Calibration calibration) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < margins.length; i++) {
      float p = calibration.probability(margins[i]);
      scored.add(Scored.of("series " + i, positive[i] ? 0 : 1, p, 1 - p));
    }
    return Reliability.of(scored, 0).expectedCalibrationError();
  }

  @Test
  void reliabilityHasABinForEachTenthWithSeriesInIt() {
    Reliability reliability =
        Reliability.of(
            Evaluations.of(new float[] {1, 0.95f, 0.15f}, new float[] {0.05f, 0.1f, 0.99f}), 0);
    assertEquals(
        List.of(1, 2, 3), reliability.bins().stream().map(Reliability.Bin::series).toList());
    assertEquals(0.125, reliability.bins().get(1).probability(), 1e-7);
    assertEquals(0.5, reliability.bins().get(1).positives());
    double expected = (0.05 + 2 * 0.375 + 3 * Math.abs(2.94 / 3 - 2 / 3.0)) / 6;
    assertEquals(expected, reliability.expectedCalibrationError(), 1e-7);
  }
}
