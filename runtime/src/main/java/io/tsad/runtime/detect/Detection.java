package io.tsad.runtime.detect;

import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.relevance.Relevance;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a model says of one series.
 *
 * @param verdict <em>anomaly</em> when {@code probability} is at least the card's threshold
 * @param probability of the positive class, 0 to 1
 * @param probabilities one per class, in the card's order; they sum to 1
 * @param flags what to know about the series
 * @param relevance where the evidence lies; empty unless the detector was opened {@linkplain
 *     SessionConfig#with with it}
 */
public record Detection(
    Verdict verdict,
    float probability,
    List<Float> probabilities,
    Set<Flag> flags,
    Optional<Relevance> relevance) {}
