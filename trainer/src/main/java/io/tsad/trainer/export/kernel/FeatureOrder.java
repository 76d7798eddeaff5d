package io.tsad.trainer.export.kernel;

import io.tsad.trainer.kernel.HydraBank;
import io.tsad.trainer.kernel.KernelBank;
import io.tsad.trainer.kernel.KernelTransform;
import java.util.stream.IntStream;

/**
 * Where the graph, which makes the features of all banks at once, has those of the transform.
 *
 * @param indices in the transform, of each of the graph's
 */
record FeatureOrder(int[] indices) {
  static FeatureOrder of(KernelTransform transform) {
    int[] banks = transform.banks().stream().mapToInt(KernelBank::features).toArray();
    int[] hydra = transform.hydra().stream().mapToInt(HydraBank::features).toArray();
    IntStream pools = acrossBanks(0, KernelBank.POOLS, banks);
    IntStream contests = acrossBanks(IntStream.of(banks).sum(), HydraBank.COUNTS, hydra);
    IntStream others = IntStream.range(transform.pooled(), transform.features());
    return new FeatureOrder(IntStream.concat(IntStream.concat(pools, contests), others).toArray());
  }

  /** What belongs to each feature of the transform, in the graph's order. */
  float[] of(float[] each) {
    float[] ordered = new float[indices.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = each[indices[i]];
    }
    return ordered;
  }

  /**
   * The first kind of all banks, then the second, and so on.
   *
   * @param first feature of the first bank
   * @param features of each bank, as many of every kind
   */
  private static IntStream acrossBanks(int first, int kinds, int[] features) {
    IntStream.Builder order = IntStream.builder();
    for (int kind = 0; kind < kinds; kind++) {
      int bank = first;
      for (int count : features) {
        int each = count / kinds;
        IntStream.range(bank + kind * each, bank + (kind + 1) * each).forEach(order::add);
        bank += count;
      }
    }
    return order.build();
  }
}
