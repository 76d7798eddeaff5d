package io.tsad.trainer.kernel.view;

import java.util.stream.IntStream;

/**
 * Where a graph, which makes the features of all banks of a view at once, has those that Java makes
 * bank after bank.
 */
public final class FeatureOrder {
  private FeatureOrder() {}

  /**
   * The first kind of all banks, then the second, and so on.
   *
   * @param features of each bank, as many of every kind
   * @return of each feature in the graph, its index in Java
   */
  public static int[] acrossBanks(int kinds, int... features) {
    IntStream.Builder order = IntStream.builder();
    for (int kind = 0; kind < kinds; kind++) {
      int bank = 0;
      for (int count : features) {
        int each = count / kinds;
        IntStream.range(bank + kind * each, bank + (kind + 1) * each).forEach(order::add);
        bank += count;
      }
    }
    return order.build().toArray();
  }
}
