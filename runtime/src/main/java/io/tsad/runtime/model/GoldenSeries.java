package io.tsad.runtime.model;

import java.util.List;

/**
 * A series that proves an installation: scored there, it must give what it gave at export.
 *
 * @param name where it came from, relative to the dataset
 * @param values raw samples
 * @param probabilities one per class, in the card's order
 */
public record GoldenSeries(String name, double[] values, List<Float> probabilities) {}
