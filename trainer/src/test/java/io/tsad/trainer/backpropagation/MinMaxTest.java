package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.tsad.runtime.model.LengthRule;
import org.junit.jupiter.api.Test;

class MinMaxTest {
  private static final LengthRule FOUR = new LengthRule(4, true);

  @Test
  void theLeastSampleBecomesZeroAndTheLargestOne() {
    assertScaled(new double[] {0.25, 0, 1, 0.5}, -1, -2, 2, 0);
  }

  @Test
  void aConstantSeriesScalesToZeros() {
    assertScaled(new double[] {0, 0, 0, 0}, 7, 7, 7, 7);
  }

  @Test
  void whatIsCutAwayDoesNotCount() {
    assertScaled(new double[] {0.25, 0, 1, 0.5}, -1, -2, 2, 0, 1e9, -1e9);
  }

  @Test
  void aShortSeriesIsFilledWithItsLastValue() {
    assertScaled(new double[] {0, 1, 0.25, 0.25}, 1, 5, 2);
    assertScaled(new double[] {0, 0, 0, 0}, 5);
  }

  @Test
  void rangesNearTheEndsOfADoubleKeepTheirShape() {
    assertScaled(new double[] {0, 1, 0.5, 0.75}, -8e307, 8e307, 0, 4e307);
    assertScaled(new double[] {0, 1, 0.5, 0.75}, 0, 0x4p-1074, 0x2p-1074, 0x3p-1074);
  }

  private static void assertScaled(double[] expected, double... raw) {
    assertArrayEquals(expected, MinMax.scale(raw, FOUR));
  }
}
