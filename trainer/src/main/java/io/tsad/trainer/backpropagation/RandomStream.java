package io.tsad.trainer.backpropagation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One of the independent streams of random numbers of a training, told apart by name, so that a
 * change in how one thing draws leaves the others as they were.
 */
public final class RandomStream {
  private final RandomGenerator random;

  public RandomStream(long seed, String name) {
    this.random =
        RandomGeneratorFactory.of("L64X128MixRandom")
            .create(seed * 0x9E3779B97F4A7C15L + name.hashCode());
  }

  /** Uniform in [0, 1), 53 bits. */
  public double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform in 0 … bound - 1; {@code bound} is far below 2^53, so the bias is too. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }
}
