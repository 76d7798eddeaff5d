package io.tsad.dashboard.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a login may fail, by name and by client. What is guessed at ten times in a quarter of
 * an hour is not guessed in a lifetime.
 */
final class LoginLimit {
  private static final int FAILURES = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** More are forgotten, the oldest first, so that guessing does not fill memory. */
  private static final int REMEMBERED = 10_000;

  /** Failures since a time. */
  private record Failures(Instant since, int count) {}

  private final InstantSource clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  LoginLimit(InstantSource clock) {
    this.clock = clock;
  }

  /** How long to wait before {@code who} may try; zero if it may now. */
  synchronized Duration wait(String who) {
    Failures known = current(who);
    return known.count() < FAILURES
        ? Duration.ZERO
        : Duration.between(clock.instant(), known.since().plus(WINDOW));
  }

  /** Notes that {@code who} failed. */
  synchronized void failed(String who) {
    Failures known = current(who);
    failures.remove(who); // to the end of those remembered
    failures.put(who, new Failures(known.since(), known.count() + 1));
  }

  /** Notes that {@code who} succeeded. */
  synchronized void succeeded(String who) {
    failures.remove(who);
  }

  private Failures current(String who) {
    Instant now = clock.instant();
    Failures known = failures.get(who);
    return known == null || known.since().plus(WINDOW).isBefore(now) ? new Failures(now, 0) : known;
  }
}
