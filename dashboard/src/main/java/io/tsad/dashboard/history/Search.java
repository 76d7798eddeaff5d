package io.tsad.dashboard.history;

import io.tsad.runtime.detect.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to look for, newest first; null asks for nothing.
 *
 * @param text in the name of the series, whatever the case of ASCII letters
 * @param judgement as an operator marked it
 * @param from the earliest time
 * @param to the first time that is too late
 * @param before entries of lower ids only: the last one of the page before
 * @param limit the most entries to answer, from 1 to {@link #MOST}
 */
public record Search(
    @Nullable String text,
    @Nullable Verdict verdict,
    @Nullable String model,
    @Nullable Judgement judgement,
    @Nullable Instant from,
    @Nullable Instant to,
    long before,
    int limit) {
  /** The longest page. */
  public static final int MOST = 1000;

  public Search {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("A page of " + limit);
    }
  }

  /** The newest {@code limit} entries. */
  public static Search newest(int limit) {
    return new Search(null, null, null, null, null, null, Long.MAX_VALUE, limit);
  }
}
