package io.tsad.dashboard.scoring;

import io.tsad.dashboard.history.Entry;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.series.Series;

/**
 * What came of a {@link Job}.
 *
 * @param entry as the history has it; its verdict is by the threshold in force
 * @param detection as the model has it; its verdict is by the card's threshold
 * @param series as it came
 */
public record Scored(Entry entry, Detection detection, Series series) {}
