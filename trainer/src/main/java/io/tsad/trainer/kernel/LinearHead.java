package io.tsad.trainer.kernel;

/**
 * A score that is linear in the features: {@code intercept + Σ weight × (feature − center)}.
 *
 * @param center one number per feature
 * @param weight one number per feature
 */
public record LinearHead(float[] center, float[] weight, double intercept) {
  /** Above 0 for the positive class. */
  public double score(float[] features) {
    double score = intercept;
    for (int i = 0; i < features.length; i++) {
      score += weight[i] * ((double) features[i] - center[i]);
    }
    return score;
  }
}
