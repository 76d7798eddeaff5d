package io.tsad.dashboard.history;

import io.tsad.dashboard.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives up what is older, or more, than shall be kept. What an operator marked is never too old,
 * and its series goes last: it is what the next training needs.
 *
 * @param days how long a verdict is kept; 0 for ever
 * @param bytes how much kept series may take; 0 for no limit
 */
public record Retention(
    History history, KeptSeries kept, InstantSource clock, int days, long bytes) {
  /** Series are written before their verdicts; one that waits for its verdict is left alone. */
  private static final Duration UNDER_WAY = Duration.ofHours(1);

  /** Gives up what has to go now. */
  public void sweep() throws StoreException {
    Instant now = clock.instant();
    if (days > 0) {
      history.forget(now.minus(Duration.ofDays(days)));
    }
    List<String> referenced = history.keptSeries();
    Set<String> orphans = new HashSet<>(kept.keysBefore(now.minus(UNDER_WAY)));
    referenced.forEach(orphans::remove);
    for (String key : orphans) {
      kept.delete(key);
    }
    if (bytes > 0) {
      shrink(referenced);
    }
  }

  private void shrink(List<String> keys) throws StoreException {
    long total = 0;
    for (String key : keys) {
      total += kept.bytes(key);
    }
    for (String key : keys) {
      if (total <= bytes) {
        return;
      }
      total -= kept.bytes(key);
      // In this order: a process killed between the two leaves an orphan, which the next sweep
      // finds.
      history.dropped(key);
      kept.delete(key);
    }
  }
}
