package io.tsad.dashboard.access;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Makes texts nobody can guess.
 *
 * @param random not to be foreseen, as a {@link java.security.SecureRandom}
 */
public record Secrets(RandomGenerator random) {
  private static final int BYTES = 24;

  /** A text of 192 random bits: 32 letters, digits, hyphens and underscores. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
