package io.tsad.runtime.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the first bytes of a {@code .npy} file say, checked to describe one series.
 *
 * @param type how samples are stored
 * @param samples how many there are, at least one
 */
record NpyHeader(NpyType type, int samples) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** A real header has some 120 bytes; NumPy itself refuses more than 10,000. */
  private static final int MAX_BYTES = 1 << 16;

  /** NumPy's own limit. */
  private static final int MAX_DIMENSIONS = 64;

  /** How many bytes follow the header. */
  long dataBytes() {
    return (long) samples * type.bytes();
  }

  static NpyHeader read(InputStream in, String name) throws IOException, InvalidSeriesException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length == 0) {
      throw new InvalidSeriesException(name, "is empty", "write the file again");
    }
    if (!Arrays.equals(start, 0, Math.min(6, start.length), MAGIC, 0, Math.min(6, start.length))) {
      throw new InvalidSeriesException(
          name, "is not a .npy file (wrong magic bytes)", "save the series with numpy.save");
    }
    if (start.length < MAGIC.length + 2) {
      throw truncated(name);
    }
    int major = start[6];
    int minor = start[7];
    if (major < 1 || major > 3 || minor != 0) {
      throw new InvalidSeriesException(
          name,
          "has .npy version %d.%d".formatted(major & 0xff, minor & 0xff),
          "tsad reads 1.0, 2.0 and 3.0");
    }
    long length = readLength(in, name, major == 1 ? 2 : 4);
    if (length > MAX_BYTES) {
      throw new InvalidSeriesException(
          name,
          "claims a header of %,d bytes".formatted(length),
          "a series has a header of at most %,d bytes; save it with numpy.save"
              .formatted(MAX_BYTES));
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw truncated(name);
    }
    Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return parse(new String(header, charset), name);
  }

  private static long readLength(InputStream in, String name, int bytes)
      throws IOException, InvalidSeriesException {
    byte[] field = new byte[4];
    if (in.readNBytes(field, 0, bytes) < bytes) {
      throw truncated(name);
    }
    return Integer.toUnsignedLong(ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getInt());
  }

  private static NpyHeader parse(String text, String name) throws InvalidSeriesException {
    NpyDictionary entries = NpyDictionary.parse(text, name);
    return new NpyHeader(NpyType.of(entries.descr(), name), samples(entries.shape(), name));
  }

  private static int samples(List<Long> shape, String name) throws InvalidSeriesException {
    boolean oneSeries =
        shape.size() == 1 || (shape.size() == 2 && (shape.get(0) == 1 || shape.get(1) == 1));
    String written =
        shape.stream().limit(MAX_DIMENSIONS).map(String::valueOf).collect(Collectors.joining(", "))
            + (shape.size() > MAX_DIMENSIONS ? ", ..." : "");
    if (shape.contains(0L)) {
      throw new InvalidSeriesException(
          name, "has no samples (shape (%s))".formatted(written), "give a series of at least one");
    }
    if (!oneSeries) {
      throw new InvalidSeriesException(
          name,
          "has shape (%s)".formatted(written),
          "one file holds one series: shape (L,), (1, L) or (L, 1)");
    }
    long samples = shape.size() == 1 ? shape.get(0) : Math.max(shape.get(0), shape.get(1));
    if (samples > NpyReader.MAX_SAMPLES) {
      throw new InvalidSeriesException(
          name,
          "claims %,d samples".formatted(samples),
          "tsad reads series of at most %,d".formatted(NpyReader.MAX_SAMPLES));
    }
    return (int) samples;
  }

  private static InvalidSeriesException truncated(String name) {
    return new InvalidSeriesException(
        name, "is truncated: it ends within its header", "copy or write the file again");
  }
}
