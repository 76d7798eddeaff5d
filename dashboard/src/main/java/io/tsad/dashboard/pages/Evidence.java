package io.tsad.dashboard.pages;

import io.tsad.runtime.detect.Verdict;
import io.tsad.runtime.relevance.Relevance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of where in a series the evidence lies. Relevance has a place for every series,
 * and shares that sum to all of it, however little that is: said of a normal series as of an
 * anomaly it would be a finding that nobody made.
 *
 * @param words a key of messages that explains it, or null where it explains itself
 * @param placed whether there are windows to show
 * @param tone how the plot shades it: shade, faint (on request, in no colour that warns) or none
 */
public record Evidence(@Nullable String words, boolean placed, String tone) {
  /** There is nothing to ask: the series or its model is gone, and the page says so elsewhere. */
  static final Evidence UNKNOWN = new Evidence(null, false, "none");

  private static final String KEY = "series.evidence.";

  /** The model serves from memory, and what its folder holds by now cannot be asked. */
  static final Evidence REPLACED = new Evidence(KEY + "replaced", false, "none");

  /**
   * What to say of {@code relevance}.
   *
   * @param relevance of the series, or empty if its model has none
   * @param verdict as it was given
   * @param constant whether all samples that the model sees are equal
   */
  static Evidence of(Optional<Relevance> relevance, Verdict verdict, boolean constant) {
    if (relevance.isEmpty()) {
      return new Evidence(KEY + "untold", false, "none");
    }
    if (constant) {
      return new Evidence(KEY + "constant", false, "none");
    }
    if (relevance.get().windows(1).isEmpty()) {
      return new Evidence(KEY + "nowhere", false, "none");
    }
    return verdict == Verdict.NORMAL
        ? new Evidence(KEY + "normal", true, "faint")
        : new Evidence(null, true, "shade");
  }

  /** Whether there is anything to say. */
  public boolean said() {
    return placed || words != null;
  }
}
