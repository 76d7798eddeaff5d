package io.tsad.trainer.kernel.innovations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Sources;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InnovationsTest {
  private static final int LENGTH = 2048;

  @Test
  void shortSeriesHaveNone() {
    InnovationsDraw draw = new InnovationsDraw();
    assertEquals(0, draw.features(InnovationBank.SHORTEST - 1));
    assertTrue(draw.features(InnovationBank.SHORTEST) > 0);
  }

  @Test
  void scalesAndWindowsAreThoseThatThereIsEnoughOf() {
    List<InnovationBank> banks = InnovationBank.of(LENGTH);
    assertEquals(List.of(1, 2, 4, 8), banks.stream().map(InnovationBank::scale).toList());
    assertEquals(List.of(4, 16, 64), banks.get(0).halves(LENGTH));
    assertEquals(List.of(4, 16), banks.get(3).halves(LENGTH));
    assertEquals(11, banks.get(0).figures(LENGTH));
    assertEquals(8, banks.get(3).figures(LENGTH));
  }

  @Test
  void noiseThatIsWiderForAWhileStandsOutOfTheSameNoise() {
    float[] even = figures(noise());
    double[] burst = noise();
    for (int t = 700; t < 760; t++) {
      burst[t] *= 4;
    }
    float[] uneven = figures(burst);
    // The largest cumulative sum of squares, and how far the largest window of 32 lies above.
    assertTrue(uneven[0] > even[0] + 1, "from " + even[0] + " to " + uneven[0]);
    assertTrue(uneven[5] > even[5] + 1, "from " + even[5] + " to " + uneven[5]);
    assertTrue(uneven[7] > even[7] + 1, "from " + even[7] + " to " + uneven[7]);
  }

  @Test
  void aCycleThatMissesATurnStandsOutOfOneThatDoesNot() {
    float[] whole = figures(cycle());
    double[] broken = cycle();
    for (int t = 1000; t < 1100; t++) {
      broken[t] -= Math.sin(t / 16.0);
    }
    float[] missing = figures(broken);
    assertTrue(missing[5] > whole[5] + 1, "from " + whole[5] + " to " + missing[5]);
  }

  @Test
  void itIsOneWhateverTheUnitAndLevel() {
    double[] other = cycle();
    for (int t = 0; t < LENGTH; t++) {
      other[t] = 1000 + 50 * other[t];
    }
    assertArrayEquals(figures(cycle()), figures(other), 0.05f);
  }

  @Test
  void aConstantSeriesHasOrdinaryNumbers() {
    for (float figure : figures(new double[LENGTH])) {
      assertTrue(Float.isFinite(figure));
    }
  }

  @Test
  void aFigureIsThereAndWhatItIsAboveItsKnots() {
    Random random = new Random(8);
    List<int[]> grids =
        IntStream.range(0, 20)
            .mapToObj(i -> grid(random.doubles(LENGTH).map(x -> x * x).toArray()))
            .toList();
    Innovations innovations =
        new InnovationsDraw().draw(LENGTH, grids, new RandomStream(0, "kernels"));
    int figures = innovations.figures();
    assertEquals(4 * figures, innovations.features());
    int aboveLowest = 0;
    for (int[] grid : grids) {
      float[] features = new float[innovations.features()];
      innovations.of(Sources.of(grid), features, 0);
      for (int k = 0; k < 3 * figures; k++) {
        float above = Math.max(0, features[k % figures] - innovations.knots()[k]);
        assertEquals(above, features[figures + k]);
      }
      aboveLowest += features[figures] > 0 ? 1 : 0;
    }
    // The lowest knot is the median, which is a series itself.
    assertEquals(9, aboveLowest);
  }

  private static double[] noise() {
    Random random = new Random(6);
    return IntStream.range(0, LENGTH).mapToDouble(t -> random.nextGaussian()).toArray();
  }

  private static double[] cycle() {
    double[] cycle = noise();
    for (int t = 0; t < LENGTH; t++) {
      cycle[t] = Math.sin(t / 16.0) + 0.03 * cycle[t];
    }
    return cycle;
  }

  private static int[] grid(double[] series) {
    return Grid.of(series, new LengthRule(LENGTH, false));
  }

  /** Of the first scale. */
  private static float[] figures(double[] series) {
    InnovationBank bank = InnovationBank.of(LENGTH).get(0);
    float[] figures = new float[bank.figures(LENGTH)];
    bank.figures(grid(series), figures, 0);
    return figures;
  }
}
