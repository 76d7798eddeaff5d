package io.tsad.dashboard.history;

/**
 * A verdict in the history.
 *
 * @param id grows with time
 */
public record Entry(long id, ScoredSeries scored) {}
