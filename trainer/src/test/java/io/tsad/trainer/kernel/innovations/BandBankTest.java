package io.tsad.trainer.kernel.innovations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BandBankTest {
  private static final int LENGTH = 1024;

  @Test
  void scalesAndWindowsAreThoseThatThereIsEnoughOf() {
    List<BandBank> banks = BandBank.of(3653);
    assertEquals(List.of(1, 2, 4, 8, 16), banks.stream().map(BandBank::scale).toList());
    assertEquals(List.of(16, 64), banks.get(0).halves(3653));
    assertEquals(List.of(16), banks.get(3).halves(3653));
    assertEquals(16, banks.stream().mapToInt(bank -> bank.figures(3653)).sum());
    assertEquals(List.of(), BandBank.of(InnovationBank.SHORTEST - 1));
  }

  @Test
  void aCycleThatSwingsTwiceAsWideInOneWindowOfManyStandsOutByWhatCanBeReckoned() {
    // The cycle 1, 0, −1, 0 is passed as 4, 0, −4, 0. 63 halves of 16 make 62 windows. Twice as
    // wide in the halves 20 and 21, the power in window 20 is four times as large, in 19 and 21 the
    // mean of that and one.
    int[] grid = cycle();
    for (int t = 20 * 16 + 2; t < 22 * 16 + 2; t++) {
      grid[t] *= 2;
    }
    double[] logs = new double[62];
    logs[20] = Math.log(4);
    logs[19] = Math.log(2.5);
    logs[21] = Math.log(2.5);
    double mean = (logs[19] + logs[20] + logs[21]) / 62;
    double squares = 0;
    for (double log : logs) {
      squares += (log - mean) * (log - mean) / 62;
    }
    double deviation = Math.sqrt(squares) + InnovationBank.SPREAD;
    float[] figures = figures(grid);
    // At the edges of the wide part the second difference is of both, hence not quite.
    assertEquals((Math.log(4) - mean) / deviation, figures[0], 0.3);
    assertEquals(mean / deviation, figures[1], 0.05);
  }

  @Test
  void aCycleThatIsMissingLiesBelowTheMean() {
    float[] whole = figures(cycle());
    int[] grid = cycle();
    for (int t = 500; t < 560; t++) {
      grid[t] = 0;
    }
    float[] missing = figures(grid);
    assertEquals(0, whole[0], 0.1);
    assertEquals(0, whole[1], 0.1);
    assertTrue(missing[1] > missing[0] + 3, missing[1] + " and " + missing[0]);
  }

  @Test
  void aStraightLineIsNotPassed() {
    int[] grid = new int[LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      grid[t] = 3 * t - 1500;
    }
    float[] figures = figures(grid);
    assertEquals(0, figures[0], 1e-6);
    assertEquals(0, figures[1], 1e-6);
  }

  private static int[] cycle() {
    int[] grid = new int[LENGTH];
    for (int t = 0; t < LENGTH; t += 4) {
      grid[t] = 1000;
      grid[t + 2] = -1000;
    }
    return grid;
  }

  private static float[] figures(int[] grid) {
    BandBank bank = new BandBank(1);
    float[] figures = new float[bank.figures(LENGTH)];
    bank.figures(grid, figures, 0);
    return figures;
  }
}
