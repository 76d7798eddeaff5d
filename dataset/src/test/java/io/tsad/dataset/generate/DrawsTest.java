package io.tsad.dataset.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int MANY = 100_000;
  private final Draws draws = Draws.of(0, Split.TRAIN, 0);

  @Test
  void gaussiansHaveTheMomentsOfTheStandardNormal() {
    double[] powers = new double[5];
    for (int i = 0; i < MANY; i++) {
      double value = draws.gaussian();
      for (int k = 1; k <= 4; k++) {
        powers[k] += StrictMath.pow(value, k) / MANY;
      }
    }
    assertEquals(0, powers[1], 0.02);
    assertEquals(1, powers[2], 0.02);
    assertEquals(0, powers[3], 0.05);
    assertEquals(3, powers[4], 0.1);
  }

  @Test
  void aLogarithmicDrawHasItsMedianAtTheGeometricMean() {
    long below =
        IntStream.range(0, MANY)
            .mapToDouble(i -> draws.logBetween(1, 10_000))
            .peek(value -> assertTrue(value >= 1 && value < 10_000))
            .filter(value -> value < 100)
            .count();
    assertEquals(0.5, below / (double) MANY, 0.01);
  }

  @Test
  void aPermutationHasEveryNumberOnce() {
    int[] order = draws.permutation(1000);
    assertNotEquals(0, IntStream.range(0, 1000).filter(i -> order[i] != i).count());
    Arrays.sort(order);
    assertEquals(1000, IntStream.range(0, 1000).filter(i -> order[i] == i).count());
  }

  @Test
  void seedHalfAndIndexEachChangeTheDraws() {
    double first = Draws.of(0, Split.TRAIN, 0).uniform();
    assertNotEquals(first, Draws.of(1, Split.TRAIN, 0).uniform());
    assertNotEquals(first, Draws.of(0, Split.VAL, 0).uniform());
    assertNotEquals(first, Draws.of(0, Split.TRAIN, 1).uniform());
    assertEquals(first, Draws.of(0, Split.TRAIN, 0).uniform());
  }
}
