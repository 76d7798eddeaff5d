package io.tsad.dashboard.scoring;

/** So much waits already that no further series is accepted now; ask again in a moment. */
public final class OverloadedException extends Exception {
  OverloadedException(String message) {
    super(message);
  }
}
