package io.tsad.trainer.training;

import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.backpropagation.Noise;
import io.tsad.trainer.threshold.ThresholdChoice;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the network is trained, where the reference program and tsad part ways.
 *
 * @param name as {@code --recipe} takes it
 * @param warmup steps over which the learning rate grows to its value
 * @param noise added in training
 * @param heldBack share of the training series kept out of training to choose the threshold on; 0
 *     to 0.5, and 0 only with {@link ThresholdChoice#ARGMAX}
 * @param threshold how it is chosen
 */
public record Recipe(
    String name, int warmup, Noise noise, double heldBack, ThresholdChoice threshold) {
  /** The program tsad grew from, to the letter. */
  public static Recipe reference() {
    return new Recipe("reference", 0, new Noise(0, 1.0 / 3), 0, ThresholdChoice.ARGMAX);
  }

  /**
   * The default. The reference's noise has a mean of 1/6 and is there in training only, so that
   * validation sees series at another level; here it is centred and smaller, and the threshold
   * chosen on series held back. Adam's first steps move every weight by the whole learning rate; in
   * a layer with 29,000 inputs, all of one sign, that pushes whole units below zero for good, and
   * with some seeds the network never learns. The learning rate therefore grows over the first
   * steps (Goyal et al., <em>Accurate, Large Minibatch SGD</em>, 2017).
   */
  public static Recipe tsad() {
    return new Recipe("tsad", 100, new Noise(-1.0 / 40, 1.0 / 40), 0.1, ThresholdChoice.ACCURACY);
  }

  /**
   * The default for an architecture. What is fitted in one go has calibrated probabilities, so that
   * 0.5 is where accuracy is largest; a cut sought on few series is worse (docs/benchmarks.md).
   */
  public static Recipe tsad(Architecture architecture) {
    return architecture.family().isBackPropagated()
        ? tsad()
        : new Recipe("tsad", 0, new Noise(0, 0), 0, ThresholdChoice.ARGMAX);
  }

  /** Whether it is, or departs from, that of the program tsad grew from. */
  public boolean isReference() {
    return name.equals(reference().name);
  }

  /** What differs from the reference, by the name of its option; for the card. */
  Map<String, Object> deviations() {
    Recipe reference = reference();
    Map<String, Object> deviations = new LinkedHashMap<>();
    if (warmup != reference.warmup) {
      deviations.put("warmup", warmup);
    }
    if (!noise.equals(reference.noise)) {
      deviations.put("noise", noise.toString());
    }
    if (heldBack != reference.heldBack) {
      deviations.put("heldBack", heldBack);
    }
    if (!threshold.equals(reference.threshold)) {
      deviations.put("threshold", threshold.name());
    }
    return deviations;
  }
}
