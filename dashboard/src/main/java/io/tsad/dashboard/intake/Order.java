package io.tsad.dashboard.intake;

import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.models.Model;
import org.jspecify.annotations.Nullable;

/**
 * How the series of a request are to be scored.
 *
 * @param operator who asks, or null where nobody has to say
 * @param keep whether the series are kept
 */
public record Order(Model model, Origin origin, @Nullable String operator, boolean keep) {}
