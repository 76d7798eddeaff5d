package io.tsad.trainer.kernel;

/**
 * Features less their mean, divided by their deviation and by the root of their number, so that two
 * series' product stays within a small range however many features there are.
 *
 * @param values {@code [series, features]}, row after row; 0 where a feature never changes
 * @param mean of each feature
 * @param scale what each was multiplied by
 */
record Standardised(float[] values, float[] mean, float[] scale) {
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
    float[] values = new float[Math.multiplyExact(series, count)];
    for (int i = 0; i < series; i++) {
      for (int j = 0; j < count; j++) {
        values[i * count + j] = (features[i][j] - mean[j]) * scale[j];
      }
    }
    return new Standardised(values, mean, scale);
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
