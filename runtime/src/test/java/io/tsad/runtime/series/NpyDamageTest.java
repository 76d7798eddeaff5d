package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is in a file, it is a series or a refusal in one short line, and costs little memory.
 */
class NpyDamageTest {
  private static final int MUTANTS = 2_000;
  private static final int MOST_BYTES = 4 << 20;

  private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mutatedFilesAreReadOrRefused(long seed) {
    Random random = new Random(seed);
    List<byte[]> seeds =
        List.of(
            NpyBytes.of("'<f8'", "(3,)", NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3)),
            NpyBytes.of("'>f2'", "(1, 4)", new byte[8]),
            NpyBytes.of(
                2, "{'shape': (5L, 1), 'fortran_order': True, 'descr': '|u1'}", new byte[5]),
            NpyBytes.of(3, "{'descr': '?', 'fortran_order': False, 'shape': (2,), }", new byte[2]));
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] bytes = mutate(seeds.get(random.nextInt(seeds.size())).clone(), random);
      refused += isRefused(bytes, "seed " + seed + ", mutant " + i) ? 1 : 0;
    }
    assertTrue(refused > MUTANTS / 4 && refused < MUTANTS, refused + " refused");
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, 1 + at);
        case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(20));
        default -> {
          // Digits and punctuation, where they change the most.
          byte[] text = "0123456789(),'\"[]{}:L<>|fiubO\n".getBytes(StandardCharsets.US_ASCII);
          bytes[at] = text[random.nextInt(text.length)];
        }
      }
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void randomBytesAreRefused(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) (1 + random.nextInt(3)), 0};
        System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
      }
      assertTrue(isRefused(bytes, "seed " + seed + ", file " + i), "seed " + seed + ", file " + i);
    }
  }

  @Test
  void headersAsLargeAsTheyMayBeAreReadOrRefused() {
    for (String filling :
        List.of("(", "'", "\"", "[", " ", "1,", "9", "L", "'descr':", "{", "\n")) {
      String filled = filling.repeat(65_000 / filling.length());
      isRefused(NpyBytes.of("'<f8'", "(" + filled + ")", new byte[8]), filling);
      isRefused(NpyBytes.of("'" + filled + "'", "(1,)", new byte[8]), filling);
      isRefused(NpyBytes.of(1, "{" + filled, new byte[8]), filling);
    }
  }

  private boolean isRefused(byte[] bytes, String which) {
    long before = memory.getCurrentThreadAllocatedBytes();
    try {
      double[] values = NpyReader.read(new ByteArrayInputStream(bytes), "x.npy");
      assertTrue(values.length <= bytes.length, which);
      return false;
    } catch (InvalidSeriesException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(
          message.length() < 600 && message.lines().count() == 1,
          which + ": " + message.substring(0, Math.min(600, message.length())));
      return true;
    } catch (Exception | Error e) {
      throw new AssertionError(which, e);
    } finally {
      long allocated = memory.getCurrentThreadAllocatedBytes() - before;
      assertTrue(allocated < MOST_BYTES, which + " allocated " + allocated);
    }
  }
}
