package io.tsad.trainer.fit;

/**
 * How to fit.
 *
 * @param epochs how often as many series as there are get drawn
 * @param batch series a step
 * @param learningRate of Adam
 * @param warmup steps over which the learning rate grows linearly to its value; 0 for none
 * @param noise added to scaled samples
 * @param seed of everything random
 */
public record FitConfig(
    int epochs, int batch, double learningRate, int warmup, Noise noise, long seed) {
  /** The same from another seed. */
  public FitConfig withSeed(long other) {
    return new FitConfig(epochs, batch, learningRate, warmup, noise, other);
  }
}
