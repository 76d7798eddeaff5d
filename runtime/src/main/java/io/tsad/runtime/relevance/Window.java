package io.tsad.runtime.relevance;

/**
 * A part of a series that holds much of the evidence: the samples {@code from} to {@code to} − 1.
 *
 * @param from from 0
 * @param share of the relevance of the whole series, above 0, at most 1
 */
public record Window(int from, int to, double share) {}
