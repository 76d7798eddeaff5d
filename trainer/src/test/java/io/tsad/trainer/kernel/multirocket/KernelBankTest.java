package io.tsad.trainer.kernel.multirocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Source;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelBankTest {
  private static final int LENGTH = 100;

  @Test
  void thereAre84KernelsWhoseWeightsAddUpToZero() {
    assertEquals(84, KernelBank.KERNELS.size());
    int[] grid = new int[LENGTH];
    Arrays.fill(grid, 7);
    for (int[] three : KernelBank.KERNELS) {
      for (int one : response(grid, three, 3, false)) {
        assertEquals(0, one);
      }
    }
  }

  @Test
  void aSpikeIsAboveTheThresholdUnderThePositiveWeightsOnly() {
    int[] grid = new int[LENGTH];
    grid[50] = 10;
    KernelBank bank =
        new KernelBank(
            Source.SERIES, 2, true, new int[] {0}, new int[] {15}, false); // Weights 0, 1, 2.
    float[] features = new float[bank.features()];
    bank.pool(grid, LENGTH, features, 0);
    // Position p has weight i over sample p + 2 (i − 4): positions 58, 56 and 54.
    assertEquals(3 / 100f, features[0]);
    assertEquals(5f / Grid.STEPS, features[1]);
    // Windows of 4: one position in that of 52, two in that of 56.
    assertEquals((0.54 + 2 * 0.58) / 3 - 0.5, features[2], 1e-6);
    assertEquals(0.5f, features[3]);
  }

  /** Lengths whose windows are of 4 positions, of 64 and, more than 32 of them, of 1,024. */
  @ParameterizedTest
  @ValueSource(ints = {LENGTH, 2000, 40_000})
  void everyPoolIsWhatItSaysOfAPlainConvolution(int length) {
    Random random = new Random(2);
    int[] grid = random.ints(length, -9000, 9000).toArray();
    for (Source source : Source.values()) {
      for (boolean padded : new boolean[] {true, false}) {
        for (int dilation : new int[] {1, 4, 11}) {
          int[] kernels = {3, 40, 83};
          int[] thresholds = random.ints(6, -20_000, 20_000).toArray();
          for (boolean whole : new boolean[] {true, false}) {
            check(new KernelBank(source, dilation, padded, kernels, thresholds, whole), grid);
          }
        }
      }
    }
  }

  private static void check(KernelBank bank, int[] grid) {
    int length = grid.length;
    float[] features = new float[bank.features()];
    int[] x = bank.source().of(grid);
    bank.pool(x, length, features, 0);
    int channels = bank.channels();
    for (int c = 0; c < channels; c++) {
      int[] three = KernelBank.KERNELS.get(bank.kernels()[c * bank.kernels().length / channels]);
      int[] response = response(x, three, bank.dilation(), bank.padded());
      // Where windows are whole, zeros follow the source until the last is filled.
      int[] longer = Arrays.copyOf(x, x.length + bank.positions(length) - response.length);
      response = response(longer, three, bank.dilation(), bank.padded());
      assertEquals(bank.positions(length), response.length);
      check(bank, length, features, c, response);
    }
  }

  private static void check(KernelBank bank, int length, float[] features, int c, int[] response) {
    int window = bank.window(length);
    double count = 0;
    double excess = 0;
    double place = 0;
    double[] windows = new double[bank.windows(length)];
    for (int i = 0; i < response.length; i++) {
      if (response[i] > bank.thresholds()[c]) {
        count++;
        excess += response[i] - bank.thresholds()[c];
        int number = i / window;
        place += (number + 0.5) * window / response.length - 0.5;
        windows[number] += 1.0 / window;
      }
    }
    int channels = bank.channels();
    double some = Math.max(1, count);
    assertEquals(count / response.length, features[c], 1e-6);
    assertEquals(excess / some / Grid.STEPS, features[channels + c], 1e-6);
    assertEquals(place / some, features[2 * channels + c], 1e-6);
    assertEquals(Arrays.stream(windows).max().orElseThrow(), features[3 * channels + c], 1e-6);
  }

  /** By the definition: weights of −1 but three of 2, zeros around the series if padded. */
  private static int[] response(int[] x, int[] three, int dilation, boolean padded) {
    int[] weights = {-1, -1, -1, -1, -1, -1, -1, -1, -1};
    for (int tap : three) {
      weights[tap] = 2;
    }
    int before = padded ? 4 * dilation : 0;
    int[] response = new int[x.length + 2 * before - 8 * dilation];
    for (int i = 0; i < response.length; i++) {
      for (int tap = 0; tap < 9; tap++) {
        int at = i - before + tap * dilation;
        response[i] += at >= 0 && at < x.length ? weights[tap] * x[at] : 0;
      }
    }
    return response;
  }
}
