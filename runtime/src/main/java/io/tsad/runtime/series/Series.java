package io.tsad.runtime.series;

/**
 * One series.
 *
 * @param name what messages call it, usually its path
 * @param values raw samples, at equal steps of time
 */
@SuppressWarnings("ArrayRecordComponent") // Samples are an array everywhere in tsad.
public record Series(String name, double[] values) {}
