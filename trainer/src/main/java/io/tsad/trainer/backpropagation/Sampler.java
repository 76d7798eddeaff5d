package io.tsad.trainer.backpropagation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Says which series an epoch sees, and in which order. */
interface Sampler {
  /** The next epoch: as many indices of series as there are series. */
  long[] epoch();

  /**
   * Draws a class, each as likely as another, then one of its series: with replacement, what
   * PyTorch's WeightedRandomSampler does with weights of one over the class's count.
   */
  final class Balanced implements Sampler {
    private final List<List<Integer>> byClass = new ArrayList<>();
    private final int size;
    private final RandomStream random;

    Balanced(int[] labels, int classes, RandomStream random) {
      for (int label = 0; label < classes; label++) {
        int of = label;
        byClass.add(
            IntStream.range(0, labels.length).filter(i -> labels[i] == of).boxed().toList());
      }
      this.size = labels.length;
      this.random = random;
    }

    @Override
    public long[] epoch() {
      long[] drawn = new long[size];
      for (int i = 0; i < size; i++) {
        List<Integer> series = byClass.get(random.below(byClass.size()));
        drawn[i] = series.get(random.below(series.size()));
      }
      return drawn;
    }
  }

  /** Every series once: PyTorch's RandomSampler. */
  final class Shuffled implements Sampler {
    private final int size;
    private final RandomStream random;

    Shuffled(int size, RandomStream random) {
      this.size = size;
      this.random = random;
    }

    @Override
    public long[] epoch() {
      long[] order = new long[size];
      for (int i = 0; i < size; i++) {
        int j = random.below(i + 1);
        order[i] = order[j];
        order[j] = i;
      }
      return order;
    }
  }
}
