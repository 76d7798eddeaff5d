package io.tsad.dataset.generate;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The random numbers of one series. Everything is derived here from {@code nextLong} and {@link
 * StrictMath}: the JDK's own bounded and Gaussian draws have changed their algorithms between
 * versions, and {@link Math}'s functions may differ between machines.
 */
final class Draws {
  private final RandomGenerator source;
  private double spare = Double.NaN;

  private Draws(long seed) {
    source = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The draws of file {@code index} of {@code split}, whatever is drawn for any other file. */
  static Draws of(long seed, Split split, int index) {
    return new Draws(mix(mix(mix(seed) + split.salt()) + index));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), its step included. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (source.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform on a logarithmic scale in [low, high), both above zero. */
  double logBetween(double low, double high) {
    return low * StrictMath.exp(uniform() * StrictMath.log(high / low));
  }

  /** One of 0 … {@code bound} − 1. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** −1 or 1. */
  int sign() {
    return source.nextLong() < 0 ? -1 : 1;
  }

  /** Standard normal, by Marsaglia's polar method (SIAM Review 6, 1964). */
  double gaussian() {
    if (!Double.isNaN(spare)) {
      double value = spare;
      spare = Double.NaN;
      return value;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * factor;
    return x * factor;
  }

  /** 0 … {@code count} − 1 in a random order. */
  int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int at = below(i + 1);
      order[i] = order[at];
      order[at] = i;
    }
    return order;
  }
}
