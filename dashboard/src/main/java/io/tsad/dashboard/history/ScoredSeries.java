package io.tsad.dashboard.history;

import io.tsad.runtime.detect.Flag;
import io.tsad.runtime.detect.Verdict;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as it was given.
 *
 * @param time when, to the millisecond
 * @param origin by which way the series came
 * @param operator who asked, or null where nobody has to say
 * @param name of the series, for display only
 * @param samples its length
 * @param kept key of the series in {@link KeptSeries}, or null if it was not kept
 * @param probability of the positive class, 0 to 1
 * @param threshold in force: from which probability on it is an anomaly
 * @param model name of the model's folder
 * @param version of the model, twelve hexadecimal digits
 */
public record ScoredSeries(
    Instant time,
    Origin origin,
    @Nullable String operator,
    String name,
    int samples,
    @Nullable String kept,
    Verdict verdict,
    float probability,
    double threshold,
    String model,
    String version,
    Set<Flag> flags) {
  /** By which way a series came. */
  public enum Origin {
    PAGE,
    API
  }
}
