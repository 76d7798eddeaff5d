package io.tsad.runtime.series;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * Writes one series as a {@code .npy} file, version 1.0, shape {@code (L,)}, little-endian. The
 * bytes depend on nothing but the samples; the file appears whole or not at all.
 */
public final class NpyWriter {
  /** NumPy aligns the data to 64 bytes, so that a file can be memory-mapped. */
  private static final int ALIGNMENT = 64;

  private static final int BEFORE_HEADER = 10;

  private NpyWriter() {}

  /** Writes float64. */
  public static void write(Path file, double[] values) throws IOException {
    write(file, "<f8", values.length, 8, data -> data.asDoubleBuffer().put(values));
  }

  /** Writes float32. */
  public static void write(Path file, float[] values) throws IOException {
    write(file, "<f4", values.length, 4, data -> data.asFloatBuffer().put(values));
  }

  /** Writes bool. */
  public static void write(Path file, boolean[] values) throws IOException {
    write(
        file,
        "|b1",
        values.length,
        1,
        data -> {
          for (boolean value : values) {
            data.put((byte) (value ? 1 : 0));
          }
        });
  }

  private static void write(
      Path file, String descr, int samples, int bytes, Consumer<ByteBuffer> put)
      throws IOException {
    String entries =
        "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + samples + ",), }";
    int unpadded = BEFORE_HEADER + entries.length() + 1;
    int start = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    String header = entries + " ".repeat(start - unpadded) + "\n";
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.addExact(start, Math.multiplyExact(samples, bytes)))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    buffer.put((byte) 1).put((byte) 0).putShort((short) header.length());
    buffer.put(header.getBytes(StandardCharsets.US_ASCII));
    put.accept(buffer.slice().order(ByteOrder.LITTLE_ENDIAN));
    Path beside = file.resolveSibling("." + file.getFileName() + ".partial");
    try {
      Files.write(beside, buffer.array());
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
