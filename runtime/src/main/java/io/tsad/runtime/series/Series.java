package io.tsad.runtime.series;

/**
 * One series.
 *
 * @param name what messages call it, usually its path
 * @param values raw samples, at equal steps of time
 */
public record Series(String name, double[] values) {}
