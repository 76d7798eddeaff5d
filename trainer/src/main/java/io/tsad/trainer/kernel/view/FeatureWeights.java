package io.tsad.trainer.kernel.view;

/**
 * What the features of a view count for.
 *
 * @param weight of each feature in the score
 * @param usual mean of each over series that are not of the positive class
 */
public record FeatureWeights(float[] weight, float[] usual) {}
