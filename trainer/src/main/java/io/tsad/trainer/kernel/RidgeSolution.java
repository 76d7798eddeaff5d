package io.tsad.trainer.kernel;

/**
 * A solved ridge regression.
 *
 * @param weight of each standardised feature
 * @param residuals of each series, when left out
 * @param error their squares, summed
 */
record RidgeSolution(
    double penalty, Ridge.Kinds kinds, float[] weight, double[] residuals, double error) {}
