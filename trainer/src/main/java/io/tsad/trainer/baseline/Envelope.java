package io.tsad.trainer.baseline;

/**
 * The least and the largest value a series takes near each sample. How far another series lies
 * outside is a lower bound of their distance under warping: LB_Keogh (Keogh and Ratanamahatana,
 * <em>Exact indexing of dynamic time warping</em>, 2005).
 */
record Envelope(double[] low, double[] high) {
  /**
   * @param window samples to either side
   */
  static Envelope of(double[] values, int window) {
    double[] low = values.clone();
    double[] high = values.clone();
    for (int i = 0; i < values.length; i++) {
      for (int j = Math.max(0, i - window); j <= Math.min(values.length - 1, i + window); j++) {
        low[i] = Math.min(low[i], values[j]);
        high[i] = Math.max(high[i], values[j]);
      }
    }
    return new Envelope(low, high);
  }

  /** At most the squared distance under warping. */
  double squaredDistance(double[] other) {
    double sum = 0;
    for (int i = 0; i < other.length; i++) {
      double outside = Math.max(0, Math.max(other[i] - high[i], low[i] - other[i]));
      sum += outside * outside;
    }
    return sum;
  }
}
