package io.tsad.trainer.kernel;

/**
 * How features become less their mean, divided by their deviation and by the root of their number,
 * so that two series' product stays within a small range however many features there are.
 *
 * @param mean of each feature
 * @param scale what each is multiplied by; 0 where it never changes
 */
record Standardised(float[] mean, float[] scale) {
  /** Below this, and below this share of the mean, a deviation is rounding, or as good as. */
  private static final double LEAST = 1e-6;

  private static final double LEAST_SHARE = 1e-2;

  static Standardised of(float[][] features) {
    int series = features.length;
    int count = features[0].length;
    float[] mean = new float[count];
    float[] scale = new float[count];
    double[] sum = new double[count];
    double[] squares = new double[count];
    for (float[] row : features) {
      for (int j = 0; j < count; j++) {
        sum[j] += row[j];
      }
    }
    for (int j = 0; j < count; j++) {
      mean[j] = (float) (sum[j] / series);
    }
    for (float[] row : features) {
      for (int j = 0; j < count; j++) {
        double difference = row[j] - mean[j];
        squares[j] += difference * difference;
      }
    }
    for (int j = 0; j < count; j++) {
      double deviation = Math.sqrt(squares[j] / series);
      double least = Math.max(LEAST, LEAST_SHARE * Math.abs(mean[j]));
      scale[j] = deviation < least ? 0 : (float) (1 / deviation / Math.sqrt(count));
    }
    return new Standardised(mean, scale);
  }

  /**
   * Standardised features from one up to, not including, another: {@code [series, to - from]}, row
   * after row. Not all at once, since together they would take as much memory as the features do.
   */
  float[] values(float[][] features, int from, int to) {
    float[] values = new float[Math.multiplyExact(features.length, to - from)];
    int at = 0;
    for (float[] row : features) {
      for (int j = from; j < to; j++) {
        values[at++] = (row[j] - mean[j]) * scale[j];
      }
    }
    return values;
  }

  /** Weights of standardised features as weights of the features themselves. */
  float[] unscaled(float[] weight) {
    float[] unscaled = new float[weight.length];
    for (int j = 0; j < weight.length; j++) {
      unscaled[j] = weight[j] * scale[j];
    }
    return unscaled;
  }
}
