package io.tsad.trainer.training;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All the time a training may take. What comes after fitting (choosing the threshold, exporting,
 * scoring the validation set, comparing) gets a share of it.
 *
 * @param whole the time
 * @param start when it began to run
 */
record Budget(Duration whole, Instant start) {
  /** For what comes after fitting. */
  private static final double AFTER = 0.2;

  /** Seconds from {@code now} until fitting must end. */
  private double left(Instant now) {
    double gone = Duration.between(start, now).toNanos() / 1e9;
    return (1 - AFTER) * whole.toNanos() / 1e9 - gone;
  }

  /**
   * Seconds for the next of several networks: an equal share of what is left, at least a moment.
   *
   * @param networks still to be fitted, this one included
   */
  double share(Instant now, int networks) {
    return Math.max(0.001, left(now) / networks);
  }

  /** The same, but that a run before this one had used {@code seconds} already. */
  Budget used(double seconds) {
    return new Budget(whole, start.minusNanos((long) (seconds * 1e9)));
  }

  /** For the card. */
  Map<String, Object> fields(double fitting) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seconds", whole.toNanos() / 1e9);
    fields.put("fitting", fitting);
    fields.put("note", "how far the fit got depends on the machine and its load, not on the seed");
    return fields;
  }
}
