package io.tsad.runtime.series;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes any .npy file, right or wrong, byte by byte, so that the reader can be tried on it. */
public final class NpyBytes {
  private NpyBytes() {}

  public static byte[] of(String descr, String shape, byte[] data) {
    return of(
        1, "{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(descr, shape), data);
  }

  public static byte[] of(int major, String header, byte[] data) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(major == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
    if (major == 1) {
      length.putShort((short) text.length);
    } else {
      length.putInt(text.length);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x93);
    out.writeBytes("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.write(major);
    out.write(0);
    out.writeBytes(length.array());
    out.writeBytes(text);
    out.writeBytes(data);
    return out.toByteArray();
  }

  public static byte[] doubles(ByteOrder order, double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * 8).order(order);
    buffer.asDoubleBuffer().put(values);
    return buffer.array();
  }
}
