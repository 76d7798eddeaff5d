package io.tsad.dashboard.history;

/**
 * A series that two models judged differently.
 *
 * @param first by one model, the last it gave
 * @param second by the other
 */
public record Disagreement(Entry first, Entry second) {}
