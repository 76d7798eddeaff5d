package io.tsad.dashboard.history;

import org.jspecify.annotations.Nullable;

/**
 * A verdict in the history.
 *
 * @param id grows with time
 * @param judgement how an operator last marked it, or null
 */
public record Entry(long id, ScoredSeries scored, @Nullable Judgement judgement) {}
