package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.view.Source;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws thresholds: quantiles of what kernels answer to training series drawn at random, from a
 * sequence that goes on from bank to bank.
 */
final class Thresholds {
  private static final double GOLDEN = (Math.sqrt(5) + 1) / 2;

  private final int length;
  private final List<int[]> grids;
  private final RandomStream random;
  private int drawn;

  Thresholds(int length, List<int[]> grids, RandomStream random) {
    this.length = length;
    this.grids = grids;
    this.random = random;
  }

  /** A bank of every other kernel, with so many thresholds for each. */
  KernelBank bank(Source source, int dilation, boolean padded, int parity, int perKernel) {
    int[] kernels = new int[KernelBank.KERNELS.size() / 2];
    int[] thresholds = new int[kernels.length * perKernel];
    KernelBank shape = new KernelBank(source, dilation, padded, kernels, thresholds, false);
    int[][] examples = new int[kernels.length][];
    for (int k = 0; k < kernels.length; k++) {
      kernels[k] = 2 * k + parity;
      examples[k] = source.of(grids.get(random.below(grids.size())));
    }
    int before = drawn;
    IntStream.range(0, kernels.length)
        .parallel()
        .forEach(
            k -> {
              int[] response = new int[shape.positions(length)];
              respond(examples[k], kernels[k], dilation, shape.padding(), response);
              Arrays.sort(response);
              for (int t = k * perKernel; t < (k + 1) * perKernel; t++) {
                double quantile = (before + t + 1) * GOLDEN % 1;
                thresholds[t] = response[(int) (quantile * response.length)];
              }
            });
    drawn += thresholds.length;
    return shape;
  }

  /** What a kernel answers at each position. */
  private static void respond(int[] x, int kernel, int dilation, int padding, int[] out) {
    int[] weights = new int[KernelBank.TAPS];
    Arrays.fill(weights, -1);
    for (int tap : KernelBank.KERNELS.get(kernel)) {
      weights[tap] = 2;
    }
    Arrays.fill(out, 0);
    for (int tap = 0; tap < KernelBank.TAPS; tap++) {
      int shift = tap * dilation - padding;
      int to = Math.min(out.length, x.length - shift);
      for (int i = Math.max(0, -shift); i < to; i++) {
        out[i] += weights[tap] * x[i + shift];
      }
    }
  }
}
