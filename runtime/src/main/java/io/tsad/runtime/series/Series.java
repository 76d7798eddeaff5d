package io.tsad.runtime.series;

/**
 * One series. Those that {@link SeriesReader} gives have passed {@link FiniteValues#require}: at
 * least one sample, all finite, in a finite range. It has one channel and no times; {@code
 * docs/architecture.md} says where both will go.
 *
 * @param name what messages call it, usually its path
 * @param values raw samples, at equal steps of time
 */
public record Series(String name, double[] values) {}
