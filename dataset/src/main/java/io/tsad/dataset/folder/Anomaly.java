package io.tsad.dataset.folder;

/**
 * The anomaly of one series.
 *
 * @param kind in words, such as {@code stuck sensor}
 * @param severity its size, above 0: about the standard deviations of the series by which it
 *     displaces values; below 1 it is hard to see
 * @param start the first anomalous sample, from 0
 * @param end one past the last
 */
public record Anomaly(String kind, double severity, int start, int end) {}
