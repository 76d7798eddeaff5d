package io.tsad.runtime.model;

/**
 * What one series looks like.
 *
 * @param length all of its samples, cut or not
 * @param minimum the smallest value
 * @param maximum the largest value
 * @param constantShare the share of steps from one sample to the next that change nothing: the
 *     number of i ≥ 1 with {@code x[i] == x[i-1]}, divided by the number of steps; 1 for a series
 *     of one sample
 */
public record SeriesStatistics(int length, double minimum, double maximum, double constantShare) {
  /** Of a whole series. */
  public static SeriesStatistics of(double[] values) {
    return of(values, values.length);
  }

  /**
   * Of a series that is cut to its first {@code samples}: what comes after counts for the length
   * only.
   *
   * @param values finite, at least one
   */
  public static SeriesStatistics of(double[] values, int samples) {
    double minimum = values[0];
    double maximum = values[0];
    int same = 0;
    int end = Math.min(samples, values.length);
    // Math.min and max, which tell -0.0 from 0.0, take three times as long before the JVM's second
    // compiler has seen them.
    double before = values[0];
    for (int i = 1; i < end; i++) {
      double value = values[i];
      if (value < minimum) {
        minimum = value;
      } else if (value > maximum) {
        maximum = value;
      }
      if (value == before) {
        same++;
      }
      before = value;
    }
    return new SeriesStatistics(
        values.length, minimum, maximum, end == 1 ? 1 : (double) same / (end - 1));
  }

  /** Maximum − minimum; 0 for a constant series. */
  public double range() {
    return maximum - minimum;
  }
}
