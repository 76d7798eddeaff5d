package io.tsad.dashboard.history;

import java.util.List;

/**
 * Part of what a {@link Search} finds.
 *
 * @param entries newest first
 * @param more whether there are older ones: search again, before the last of these
 */
public record Page(List<Entry> entries, boolean more) {
  public Page {
    entries = List.copyOf(entries);
  }
}
