package io.tsad.dashboard.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The browsers that are logged in. They end with the process: a secret that is nowhere on disk
 * cannot be read there.
 */
final class Sessions {
  private static final Duration IDLE = Duration.ofHours(8);
  private static final Duration LONGEST = Duration.ofDays(7);

  /**
   * A browser that is logged in.
   *
   * @param account as it was then
   */
  private record Session(Account account, Instant began, Instant seen) {
    boolean isOver(Instant now) {
      return seen.plus(IDLE).isBefore(now) || began.plus(LONGEST).isBefore(now);
    }
  }

  private final Secrets secrets;
  private final InstantSource clock;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Sessions(Secrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Begins one, under a new id: one that somebody else put into the browser is worth nothing. */
  String begin(Account account) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> session.isOver(now));
    String id = secrets.next();
    sessions.put(id, new Session(account, now, now));
    return id;
  }

  /** Who is logged in under {@code id}, as the account was at its login. */
  Optional<Account> find(String id) {
    Instant now = clock.instant();
    return Optional.ofNullable(
            sessions.computeIfPresent(
                id,
                (key, session) ->
                    session.isOver(now)
                        ? null
                        : new Session(session.account(), session.began(), now)))
        .map(Session::account);
  }

  void end(String id) {
    sessions.remove(id);
  }
}
