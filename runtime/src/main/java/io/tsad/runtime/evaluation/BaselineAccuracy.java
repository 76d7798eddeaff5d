package io.tsad.runtime.evaluation;

/**
 * How often simple classifiers are right on a validation set.
 *
 * @param majority by calling every series what most training series are, 0 to 1
 * @param nearestNeighbour by the nearest training series under dynamic time warping, 0 to 1
 */
public record BaselineAccuracy(double majority, double nearestNeighbour) {}
