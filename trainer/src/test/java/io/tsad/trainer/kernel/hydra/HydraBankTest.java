package io.tsad.trainer.kernel.hydra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HydraBankTest {
  private final int[] grid = new Random(4).ints(90, -9000, 9000).toArray();

  private final Hydra hydra =
      new HydraDraw().draw(grid.length, List.of(grid), new RandomStream(0, "kernels"));

  @Test
  void theWeightsOfEachKernelAddUpToZero() {
    for (HydraBank bank : hydra.banks()) {
      for (int at = 0; at < bank.weights().length; at += HydraBank.TAPS) {
        int sum = 0;
        for (int tap = 0; tap < HydraBank.TAPS; tap++) {
          sum += bank.weights()[at + tap];
        }
        assertEquals(0, sum);
      }
    }
  }

  @Test
  void atEachPositionTheKernelWithTheLargestAnswerGainsItAndTheSmallestOne() {
    for (HydraBank bank : hydra.banks()) {
      check(bank, bank.source().of(grid));
    }
  }

  @Test
  void soItIsInALongSeries() {
    int limit = Grid.LIMIT * Grid.STEPS;
    int[] steep = new Random(5).ints(20_011, -limit, limit + 1).toArray();
    int[] weights = hydra.banks().get(0).weights();
    weights = Arrays.copyOf(weights, 2 * HydraBank.GROUP * HydraBank.TAPS);
    check(new HydraBank(Source.SERIES, 700, weights), steep);
  }

  private static void check(HydraBank bank, int[] x) {
    int kernels = bank.groups() * HydraBank.GROUP;
    double[] gains = new double[kernels];
    double[] wins = new double[kernels];
    for (int i = 0; i < x.length; i++) {
      for (int group = 0; group < kernels; group += HydraBank.GROUP) {
        int most = group;
        int least = group;
        for (int k = group; k < group + HydraBank.GROUP; k++) {
          most = answer(bank, x, k, i) > answer(bank, x, most, i) ? k : most;
          least = answer(bank, x, k, i) < answer(bank, x, least, i) ? k : least;
        }
        gains[most] += answer(bank, x, most, i) / 256.0 / 4096 / x.length;
        wins[least] += 1.0 / x.length;
      }
    }
    float[] features = new float[bank.features()];
    bank.count(x, features, 0);
    for (int k = 0; k < kernels; k++) {
      assertEquals(Math.sqrt(Math.max(0, gains[k])), features[k], 1e-6);
      assertEquals(Math.sqrt(wins[k]), features[kernels + k], 1e-6);
    }
  }

  private static long answer(HydraBank bank, int[] x, int kernel, int position) {
    long answer = 0;
    for (int tap = 0; tap < 9; tap++) {
      int at = position + (tap - 4) * bank.dilation();
      answer += at >= 0 && at < x.length ? (long) bank.weights()[kernel * 9 + tap] * x[at] : 0;
    }
    return answer;
  }
}
