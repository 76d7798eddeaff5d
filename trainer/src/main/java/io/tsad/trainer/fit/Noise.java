package io.tsad.trainer.fit;

/**
 * Uniform noise added to every scaled sample in training, drawn anew each time a series is seen.
 *
 * @param low least value, in units of the scaled range; within ±1e38
 * @param high bound of the values, not below {@code low}; equal means no noise
 */
public record Noise(double low, double high) {
  /** The difference of two such numbers is still a single-precision one. */
  private static final double MOST = 1e38;

  public Noise {
    if (!(-MOST <= low && low <= high && high <= MOST)) {
      throw new IllegalArgumentException("Noise from " + low + " to " + high);
    }
  }

  /** Whether there is any. */
  boolean any() {
    return low != 0 || high != 0;
  }
}
