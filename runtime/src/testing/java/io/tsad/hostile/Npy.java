package io.tsad.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes {@code .npy} files byte by byte, right or wrong. */
final class Npy {
  private Npy() {}

  /** A sound file of 64-bit floats. */
  static byte[] of(double... values) {
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asDoubleBuffer().put(values);
    return of("'<f8'", "(" + values.length + ",)", data.array());
  }

  /** A sound file of 64-bit integers; of unsigned ones if {@code descr} is {@code '<u8'}. */
  static byte[] of(String descr, long... values) {
    ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asLongBuffer().put(values);
    return of(descr, "(" + values.length + ",)", data.array());
  }

  static byte[] of(String descr, String shape, byte[] data) {
    byte[] header =
        "{'descr': %s, 'fortran_order': False, 'shape': %s, }\n"
            .formatted(descr, shape)
            .getBytes(UTF_8);
    return of(1, header.length, header, data);
  }

  /** The start of a file whose header is to have so many bytes. */
  static byte[] headerOf(int bytes) {
    return of(2, bytes, new byte[100], new byte[100]);
  }

  private static byte[] of(int major, int length, byte[] header, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x93);
    out.writeBytes("NUMPY".getBytes(UTF_8));
    out.write(major);
    out.write(0);
    for (int i = 0; i < (major == 1 ? 2 : 4); i++) {
      out.write(length >> (8 * i));
    }
    out.writeBytes(header);
    out.writeBytes(data);
    return out.toByteArray();
  }
}
