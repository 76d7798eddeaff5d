package io.tsad.dashboard.plot;

/**
 * The smallest and the largest sample of each of many stretches of equal length: however many
 * samples there are, no spike between two of those drawn is lost.
 *
 * @param from the first sample, from 0
 * @param to the sample after the last
 * @param step samples a stretch, at least 1; the last stretch may have fewer
 * @param minimum one per stretch
 * @param maximum one per stretch; with a step of 1 equal to {@code minimum}
 */
public record Envelope(int from, int to, int step, double[] minimum, double[] maximum) {
  /**
   * Of the samples {@code from} to {@code to} − 1 of {@code values}.
   *
   * @param stretches the most there may be, at least 1
   */
  public static Envelope of(double[] values, int from, int to, int stretches) {
    int step = step(to - from, stretches);
    int count = (to - from + step - 1) / step;
    double[] minimum = new double[count];
    double[] maximum = new double[count];
    for (int i = 0; i < count; i++) {
      int start = from + i * step;
      int end = Math.min(to, start + step);
      double low = values[start];
      double high = low;
      for (int j = start + 1; j < end; j++) {
        low = Math.min(low, values[j]);
        high = Math.max(high, values[j]);
      }
      minimum[i] = low;
      maximum[i] = high;
    }
    return new Envelope(from, to, step, minimum, maximum);
  }

  /** How long a stretch is where {@code samples} make at most {@code stretches} of them. */
  private static int step(int samples, int stretches) {
    return Math.max(1, (int) ((samples + (long) stretches - 1) / stretches));
  }
}
