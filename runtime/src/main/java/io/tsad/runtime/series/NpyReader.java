package io.tsad.runtime.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads one series from NumPy's {@code .npy} format, versions 1.0 to 3.0, as 64-bit floats.
 *
 * <p>64-bit integers that begin beyond ±2^52 are read as differences from the first: 64-bit floats
 * would make neighbours equal.
 *
 * <p>Any real numeric dtype or bool, either byte order, C or Fortran order; shape {@code (L,)},
 * {@code (1, L)} or {@code (L, 1)}. Object and structured dtypes are refused, never unpickled. The
 * data must be exactly as long as the header promises, every value finite, and the range (maximum −
 * minimum) finite too. Memory grows with the bytes that are really there, whatever the header
 * claims, and never beyond {@link #MAX_SAMPLES}.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The
 *     format</a>
 */
public final class NpyReader {
  /** The longest series read, in samples: 2^27, one GiB as 64-bit floats. */
  public static final int MAX_SAMPLES = 1 << 27;

  private static final int BUFFER_BYTES = 1 << 16;

  private NpyReader() {}

  /**
   * Reads the series in {@code file}.
   *
   * @return the samples in order, at least one, all finite
   * @throws InvalidSeriesException if the file cannot be read or is not such a series
   */
  public static double[] read(Path file) throws InvalidSeriesException {
    return new NpyFiles(MAX_SAMPLES).read(file);
  }

  /**
   * How many samples the series in {@code file} has, as its header says; the samples are not read.
   *
   * @throws InvalidSeriesException if the file cannot be read or does not begin like such a series
   */
  public static int samples(Path file) throws InvalidSeriesException {
    try (InputStream in = Files.newInputStream(file)) {
      return NpyHeader.read(in, file.toString()).samples();
    } catch (IOException e) {
      throw FileFault.of(file, e);
    }
  }

  /**
   * Reads the series in {@code in} up to its end.
   *
   * @param name what messages call it
   * @return the samples in order, at least one, all finite
   * @throws InvalidSeriesException if it is not such a series
   * @throws IOException if {@code in} fails
   */
  public static double[] read(InputStream in, String name)
      throws IOException, InvalidSeriesException {
    return read(in, name, MAX_SAMPLES);
  }

  /** The same, of at most {@code mostSamples}. */
  static double[] read(InputStream in, String name, int mostSamples)
      throws IOException, InvalidSeriesException {
    NpyHeader header = NpyHeader.read(in, name);
    refuseLonger(header.samples(), mostSamples, name);
    double[] values = readValues(in, name, header);
    FiniteValues.require(name, values);
    return values;
  }

  static void refuseLonger(int samples, int mostSamples, String name)
      throws InvalidSeriesException {
    if (samples > mostSamples) {
      throw new InvalidSeriesException(
          name,
          "has %,d samples".formatted(samples),
          "at most %,d are read here".formatted(mostSamples));
    }
  }

  private static double[] readValues(InputStream in, String name, NpyHeader header)
      throws IOException, InvalidSeriesException {
    int count = header.samples();
    NpyType type = header.type();
    int perRead = BUFFER_BYTES / type.bytes();
    double[] values = new double[Math.min(count, perRead)];
    byte[] buffer = new byte[Math.min(count, perRead) * type.bytes()];
    long offset = 0;
    for (int done = 0; done < count; ) {
      int now = Math.min(perRead, count - done);
      int got = in.readNBytes(buffer, 0, now * type.bytes());
      if (got < now * type.bytes()) {
        throw new InvalidSeriesException(
            name,
            "is truncated: its header promises %,d bytes of data, it has %,d"
                .formatted(header.dataBytes(), (long) done * type.bytes() + got),
            "copy or write the file again");
      }
      if (values.length < done + now) {
        values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
      }
      if (done == 0) {
        offset = type.offset(ByteBuffer.wrap(buffer), count);
      }
      type.decode(ByteBuffer.wrap(buffer), values, done, now, offset);
      done += now;
    }
    if (in.read() >= 0) {
      throw new InvalidSeriesException(
          name,
          "has trailing bytes: more data than the %,d bytes its header promises"
              .formatted(header.dataBytes()),
          "write it again, one array a file");
    }
    return values;
  }
}
