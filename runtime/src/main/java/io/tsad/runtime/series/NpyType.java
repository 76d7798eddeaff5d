package io.tsad.runtime.series;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NumPy dtype that holds real numbers.
 *
 * @param kind {@code f}loat, signed {@code i}nteger, {@code u}nsigned integer or {@code b}ool
 * @param bytes size of one sample
 * @param order byte order
 */
record NpyType(char kind, int bytes, ByteOrder order) {
  private static final Pattern DESCR = Pattern.compile("([<>|=]?)([a-zA-Z?])([0-9]{0,4})(.*)");

  private static final int LONGEST_QUOTED = 40;

  static NpyType of(String descr, String name) throws InvalidSeriesException {
    Matcher matcher = DESCR.matcher(descr);
    if (matcher.matches()) {
      char kind = matcher.group(2).charAt(0);
      if (kind == 'O') {
        throw new InvalidSeriesException(
            name,
            "has dtype object, which would have to be unpickled",
            "save it as numbers, for example array.astype(float)");
      }
      String size = matcher.group(3);
      NpyType type =
          new NpyType(
              kind == '?' ? 'b' : kind,
              kind == '?' ? 1 : size.isEmpty() ? 0 : Integer.parseInt(size),
              matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      if (type.isReal() && matcher.group(4).isEmpty()) {
        return type;
      }
    }
    throw new InvalidSeriesException(
        name,
        "has dtype '%s'".formatted(shortened(descr)),
        "use float16, float32, float64, an integer type or bool");
  }

  private static String shortened(String descr) {
    return descr.length() <= LONGEST_QUOTED ? descr : descr.substring(0, LONGEST_QUOTED) + "...";
  }

  private boolean isReal() {
    return switch (kind) {
      case 'f' -> bytes == 2 || bytes == 4 || bytes == 8;
      case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
      case 'b' -> bytes == 1;
      default -> false;
    };
  }

  /**
   * What {@link #decode} subtracts from all of an array's {@code samples}, the first of which is at
   * the position of {@code from}.
   */
  long offset(ByteBuffer from, int samples) {
    return samples > 1 && (kind == 'i' || kind == 'u') && bytes == 8
        ? LargeIntegers.offset(from.order(order).getLong(from.position()), kind == 'i')
        : 0;
  }

  /**
   * Decodes {@code count} samples from the position of {@code from} on to {@code to[at …]}.
   *
   * @param offset of the array, subtracted from each
   */
  void decode(ByteBuffer from, double[] to, int at, int count, long offset) {
    ByteBuffer buffer = from.order(order);
    switch (kind) {
      case 'f' -> {
        switch (bytes) {
          case 2 -> {
            for (int i = 0; i < count; i++) {
              to[at + i] = half(buffer.getShort());
            }
          }
          case 4 -> {
            for (int i = 0; i < count; i++) {
              to[at + i] = buffer.getFloat();
            }
          }
          default -> buffer.asDoubleBuffer().get(to, at, count);
        }
      }
      case 'b' -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = buffer.get() == 0 ? 0 : 1;
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = integer(buffer, offset);
        }
      }
    }
  }

  private double integer(ByteBuffer buffer, long offset) {
    boolean signed = kind == 'i';
    return switch (bytes) {
      case 1 -> signed ? buffer.get() : buffer.get() & 0xff;
      case 2 -> signed ? buffer.getShort() : buffer.getShort() & 0xffff;
      case 4 -> signed ? buffer.getInt() : buffer.getInt() & 0xffffffffL;
      default -> LargeIntegers.difference(buffer.getLong(), offset, signed);
    };
  }

  /** IEEE 754 binary16; {@code Float.float16ToFloat} needs JDK 20. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
