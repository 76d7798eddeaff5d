package io.tsad.dashboard.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody judged a verdict.
 *
 * @param verdict id of its entry
 * @param operator who, or null where nobody has to say
 * @param judgement null where the one before was taken back
 */
public record Mark(
    long verdict, Instant time, @Nullable String operator, @Nullable Judgement judgement) {}
