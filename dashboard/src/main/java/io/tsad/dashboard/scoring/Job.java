package io.tsad.dashboard.scoring;

import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.models.Model;
import io.tsad.runtime.series.Series;
import org.jspecify.annotations.Nullable;

/**
 * A series to score.
 *
 * @param model with which
 * @param origin by which way it came
 * @param operator who asks, or null where nobody has to say
 * @param keep whether the series is kept once it is scored
 */
public record Job(
    Model model, Series series, Origin origin, @Nullable String operator, boolean keep) {}
