package io.tsad.dataset.folder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over names and samples. Samples count as little-endian 64-bit floats, whatever dtype the
 * file has, so that a set saved again as float64 stays the same set.
 */
public final class ContentHash {
  private static final int SAMPLES_AT_ONCE = 1024;

  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer =
      ByteBuffer.allocate(SAMPLES_AT_ONCE * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /** The hash of one series' samples, 64 hexadecimal digits. */
  public static String of(double[] values) {
    ContentHash hash = new ContentHash();
    hash.add(values);
    return hash.end();
  }

  /** Adds a name, closed by a zero byte. */
  void add(String name) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  /** Adds the number of samples (64 bits), then the samples. */
  void add(double[] values) {
    digest.update(buffer.clear().putLong(values.length).flip());
    for (int done = 0; done < values.length; done += SAMPLES_AT_ONCE) {
      int now = Math.min(SAMPLES_AT_ONCE, values.length - done);
      buffer.clear().asDoubleBuffer().put(values, done, now);
      digest.update(buffer.limit(now * Double.BYTES));
    }
  }

  /** The hash of all that was added, 64 hexadecimal digits. */
  String end() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
