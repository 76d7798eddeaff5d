package io.tsad.runtime.model;

/**
 * Where <em>anomaly</em> begins.
 *
 * @param value the lowest probability of the positive class, 0 to 1, whose verdict is
 *     <em>anomaly</em>
 * @param method how it was chosen
 */
public record Threshold(double value, String method) {
  public Threshold {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("A threshold of " + value);
    }
  }
}
