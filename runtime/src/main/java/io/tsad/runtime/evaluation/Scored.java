package io.tsad.runtime.evaluation;

import java.util.List;

/**
 * One series with its true label and what the model said.
 *
 * @param name the series' file as reports show it, unique within an evaluation
 * @param label index of the true class, 0 or 1
 * @param probability softmax output, one value per class in class order, each in [0, 1]
 */
public record Scored(String name, int label, List<Float> probability) {
  /** Loose enough for a softmax computed in half precision, tight enough to refuse logits. */
  private static final double SUM_TOLERANCE = 1e-2;

  /**
   * @throws IllegalArgumentException if the label is neither 0 nor 1, or the probabilities are not
   *     two finite numbers in [0, 1] that add up to one
   */
  public Scored {
    if (label != 0 && label != 1) {
      throw new IllegalArgumentException(name + ": label " + label + " is neither 0 nor 1");
    }
    probability = List.copyOf(probability);
    boolean valid = probability.size() == 2;
    double sum = 0;
    for (float p : probability) {
      valid &= p >= 0 && p <= 1;
      sum += p;
    }
    if (!valid || Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          name + ": " + probability + " are not the probabilities of two classes");
    }
  }

  /** The same from a model's output row. */
  public static Scored of(String name, int label, float first, float second) {
    return new Scored(name, label, List.of(first, second));
  }

  /** The probability of the class with this index. */
  public float probability(int index) {
    return probability.get(index);
  }
}
