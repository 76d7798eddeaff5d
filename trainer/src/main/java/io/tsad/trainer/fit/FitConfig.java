package io.tsad.trainer.fit;

import java.util.List;

/**
 * How to fit.
 *
 * @param epochs how often as many series as there are get drawn, at most
 * @param batch series a step
 * @param learningRate of Adam
 * @param warmup steps over which the learning rate grows linearly to its value; 0 for none
 * @param schedule of the learning rate after that
 * @param patience epochs that the loss on series held back may not fall until the fit is over, with
 *     the best weights; 0 for all epochs, and the last weights
 * @param balance between classes
 * @param augmentations of series in training, in this order, before the noise
 * @param noise added to scaled samples
 * @param seed of everything random
 */
public record FitConfig(
    int epochs,
    int batch,
    double learningRate,
    int warmup,
    Schedule schedule,
    int patience,
    Balance balance,
    List<Augmentation> augmentations,
    Noise noise,
    long seed) {
  public FitConfig {
    augmentations = List.copyOf(augmentations);
  }

  /** As the reference fits: one learning rate, all epochs, classes drawn equally often. */
  public FitConfig(int epochs, int batch, double learningRate, int warmup, Noise noise, long seed) {
    this(
        epochs,
        batch,
        learningRate,
        warmup,
        new Schedule.Constant(),
        0,
        Balance.SAMPLER,
        List.of(),
        noise,
        seed);
  }

  /** The same from another seed. */
  public FitConfig withSeed(long other) {
    return new FitConfig(
        epochs,
        batch,
        learningRate,
        warmup,
        schedule,
        patience,
        balance,
        augmentations,
        noise,
        other);
  }
}
