package io.tsad.dashboard.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as they are kept: PBKDF2 with HMAC-SHA-256, as {@code iterations$salt$hash}, so that a
 * password outlives a change of the number of iterations.
 */
final class Password {
  /** What OWASP's Password Storage Cheat Sheet asks for. */
  private static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private Password() {}

  /** What to keep of {@code password}. */
  static String keep(String password, RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return ITERATIONS
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash(password, salt, ITERATIONS));
  }

  /** Whether {@code password} is the one that was kept; takes as long either way. */
  static boolean matches(String password, String kept) {
    List<String> parts = List.of(kept.split("\\$", -1));
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] hash = hash(password, base64.decode(parts.get(1)), Integer.parseInt(parts.get(0)));
    return MessageDigest.isEqual(hash, base64.decode(parts.get(2)));
  }

  private static byte[] hash(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }
}
