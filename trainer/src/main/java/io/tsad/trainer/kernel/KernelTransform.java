package io.tsad.trainer.kernel;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * From a series to what all its kernels answer, pooled.
 *
 * @param length of the series, in samples
 * @param banks whose features come first
 * @param hydra whose features follow
 * @param innovations whose features are last
 */
public record KernelTransform(
    int length, List<KernelBank> banks, List<HydraBank> hydra, Innovations innovations) {
  public KernelTransform {
    banks = List.copyOf(banks);
    hydra = List.copyOf(hydra);
  }

  /** How many features a series has. */
  public int features() {
    return pooled() + innovations.features();
  }

  /** How many of them are what kernels answer, pooled. */
  public int pooled() {
    return banks.stream().mapToInt(KernelBank::features).sum()
        + hydra.stream().mapToInt(HydraBank::features).sum();
  }

  /** The features of a series on the grid. */
  public float[] of(int[] grid) {
    float[] features = new float[features()];
    int[] difference = Source.DIFFERENCE.of(grid);
    int at = 0;
    for (KernelBank bank : banks) {
      bank.pool(bank.source() == Source.SERIES ? grid : difference, length, features, at);
      at += bank.features();
    }
    for (HydraBank bank : hydra) {
      bank.count(bank.source() == Source.SERIES ? grid : difference, features, at);
      at += bank.features();
    }
    innovations.of(grid, features, at);
    return features;
  }

  /**
   * The features of many series, on all cores.
   *
   * @param done is told, from any thread, how many more are
   */
  public float[][] of(List<int[]> grids, LongConsumer done) {
    return IntStream.range(0, grids.size())
        .parallel()
        .mapToObj(
            i -> {
              float[] features = of(grids.get(i));
              done.accept(1);
              return features;
            })
        .toArray(float[][]::new);
  }
}
