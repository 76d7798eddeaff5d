package io.tsad.trainer.backpropagation;

import java.util.Arrays;
import java.util.Locale;

/** What is done about classes of unequal size. */
public enum Balance {
  /** Each class is drawn as often as the other, with replacement, as the reference does. */
  SAMPLER,
  /** Every series is seen once an epoch; those of the rarer class count more in the loss. */
  WEIGHTS,
  /** Every series is seen once an epoch and counts the same. */
  NONE;

  Sampler sampler(int[] labels, int classes, RandomStream random) {
    return this == SAMPLER
        ? new Sampler.Balanced(labels, classes, random)
        : new Sampler.Shuffled(labels.length, random);
  }

  /** How much a series of each class counts in the loss; 1 on average over the series. */
  float[] weights(int[] labels, int classes) {
    float[] weights = new float[classes];
    Arrays.fill(weights, 1);
    for (int label = 0; label < classes && this == WEIGHTS; label++) {
      int of = label;
      long count = Arrays.stream(labels).filter(one -> one == of).count();
      weights[label] = labels.length / (float) (classes * count);
    }
    return weights;
  }

  /** As a card tells it. */
  String description() {
    return switch (this) {
      case SAMPLER -> "weighted by class, with replacement";
      case WEIGHTS -> "shuffled, the rarer class weighing more in the loss";
      case NONE -> "shuffled";
    };
  }

  /** As {@code --balance} takes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
