package io.tsad.trainer.kernel.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the parts of a view that come in banks: half of one bank after the other, the banks in an
 * order in which any first few lie far apart, then the other halves. A bank that is looked at costs
 * something whatever the number of its parts, so few banks with many parts are cheaper than many
 * with few.
 */
public final class Spread {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Spread() {}

  /**
   * Chooses them.
   *
   * @param banks how many parts each bank has
   * @param share of all parts
   * @return one for each part, bank after bank
   */
  public static boolean[] over(List<Integer> banks, double share) {
    int[] first = new int[banks.size() + 1];
    for (int i = 0; i < banks.size(); i++) {
      first[i + 1] = first[i] + banks.get(i);
    }
    boolean[] kept = new boolean[first[banks.size()]];
    long left = Math.round(share * kept.length);
    int[] order =
        IntStream.range(0, banks.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> (i + 1) * GOLDEN % 1))
            .mapToInt(i -> i)
            .toArray();
    for (int half = 0; half < 2; half++) {
      for (int bank : order) {
        for (int part = first[bank] + half; part < first[bank + 1] && left > 0; part += 2) {
          kept[part] = true;
          left--;
        }
      }
    }
    return kept;
  }
}
