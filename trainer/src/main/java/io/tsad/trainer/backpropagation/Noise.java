package io.tsad.trainer.backpropagation;

/**
 * Uniform noise added to every scaled sample in training, drawn anew each time a series is seen.
 *
 * @param low least value, in units of the scaled range
 * @param high bound of the values, not below {@code low}; equal means no noise
 */
public record Noise(double low, double high) {
  public Noise {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("Noise from " + low + " to " + high);
    }
  }

  /** Whether there is any. */
  boolean any() {
    return low != 0 || high != 0;
  }

  /** As {@code --noise} takes it. */
  @Override
  public String toString() {
    return low + ":" + high;
  }
}
