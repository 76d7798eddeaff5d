package io.tsad.trainer.kernel;

import io.tsad.trainer.backpropagation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws some of many series. */
public final class Sample {
  private Sample() {}

  /**
   * Draws them, with the same share of each class as all have, but at least one.
   *
   * @return indices in rising order; all where there are no more than {@code most}
   */
  public static int[] of(boolean[] positive, int most, RandomStream random) {
    if (positive.length <= most) {
      return IntStream.range(0, positive.length).toArray();
    }
    IntStream.Builder chosen = IntStream.builder();
    for (boolean label : new boolean[] {true, false}) {
      List<Integer> left = new ArrayList<>();
      for (int i = 0; i < positive.length; i++) {
        if (positive[i] == label) {
          left.add(i);
        }
      }
      long share = Math.round((double) most * left.size() / positive.length);
      for (long count = Math.min(left.size(), Math.max(1, share)); count > 0; count--) {
        int at = random.below(left.size());
        int last = left.remove(left.size() - 1);
        chosen.add(at == left.size() ? last : left.set(at, last));
      }
    }
    return chosen.build().sorted().toArray();
  }
}
