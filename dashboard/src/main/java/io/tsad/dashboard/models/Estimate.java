package io.tsad.dashboard.models;

/**
 * A figure with its 95 % bootstrap interval.
 *
 * @param low the interval's lower end
 * @param high its upper end
 */
public record Estimate(double value, double low, double high) {}
