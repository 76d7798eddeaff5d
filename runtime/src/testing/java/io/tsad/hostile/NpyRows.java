package io.tsad.hostile;

import static io.tsad.hostile.Entry.API;
import static io.tsad.hostile.Entry.INFER;
import static io.tsad.hostile.Entry.INFER_FOLDER;
import static io.tsad.hostile.Entry.INSPECT;
import static io.tsad.hostile.Entry.PAGE;
import static io.tsad.hostile.Entry.STDIN;
import static io.tsad.hostile.Entry.TRAIN;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Arrays of NumPy, right and wrong. */
final class NpyRows {
  private static final Entry[] FILES = {INFER, INFER_FOLDER, TRAIN, INSPECT};
  private static final Entry[] EVERYWHERE = {INFER, INFER_FOLDER, STDIN, TRAIN, INSPECT, API, PAGE};

  private static final Entry[] READERS = {INFER, INFER_FOLDER, STDIN, API, PAGE};

  private static final double[] STEPS = {0, 1, 2, 3, 4, 5, 6, 7};

  private static final String IMPUTE = "; impute or remove missing values first";

  static final List<HostileInput> ROWS =
      List.of(
          HostileInput.of("empty file", "a.npy", new byte[0])
              .refused("is empty; write the file again", EVERYWHERE),
          HostileInput.of("truncated array", "a.npy", truncated(5))
              .refused(
                  "is truncated: its header promises 160 bytes of data, it has 155;"
                      + " copy or write the file again",
                  EVERYWHERE),
          HostileInput.of("trailing bytes", "a.npy", truncated(-5))
              .refused(
                  "has trailing bytes: more data than the 160 bytes its header promises;"
                      + " write it again, one array a file",
                  EVERYWHERE),
          HostileInput.of("wrong magic bytes", "a.npy", "PK\3\4 an archive")
              .refused(
                  "is not a .npy file (wrong magic bytes); save the series with numpy.save", FILES),
          HostileInput.of("version 9.0", "a.npy", version(9))
              .refused("has .npy version 9.0; tsad reads 1.0, 2.0 and 3.0", EVERYWHERE),
          HostileInput.of("object dtype", "a.npy", Npy.of("'|O'", "(20,)", new byte[160]))
              .refused(
                  "has dtype object, which would have to be unpickled;"
                      + " save it as numbers, for example array.astype(float)",
                  EVERYWHERE),
          HostileInput.of(
                  "structured dtype",
                  "a.npy",
                  Npy.of("[('t', '<i8'), ('v', '<f8')]", "(10,)", new byte[160]))
              .refused(
                  "has a structured dtype; save one plain numeric column as an array of its own",
                  EVERYWHERE),
          HostileInput.of(
                  "dtype with a line break",
                  "a.npy",
                  Npy.of("'<f8\nx\u001b[31m'", "(20,)", new byte[160]))
              .refused(
                  "has dtype '<f8\\u000ax\\u001b[31m';"
                      + " use float16, float32, float64, an integer type or bool",
                  INFER,
                  INFER_FOLDER,
                  STDIN,
                  TRAIN),
          HostileInput.of(
                  "dtype of 10,000 letters",
                  "a.npy",
                  Npy.of("'" + "x".repeat(10_000) + "'", "(20,)", new byte[160]))
              .refused(
                  "has dtype '%s...'; use float16, float32, float64, an integer type or bool"
                      .formatted("x".repeat(40)),
                  EVERYWHERE),
          HostileInput.of(
                  "2^60 samples", "a.npy", Npy.of("'<f8'", "(1152921504606846976,)", new byte[160]))
              .refused(
                  "claims 1,152,921,504,606,846,976 samples;"
                      + " tsad reads series of at most 134,217,728",
                  EVERYWHERE),
          HostileInput.of("header of 100 MB", "a.npy", Npy.headerOf(100_000_000))
              .refused(
                  "claims a header of 100,000,000 bytes; a series has a header of at most"
                      + " 65,536 bytes; save it with numpy.save",
                  EVERYWHERE),
          HostileInput.of(
                  "three series in one array",
                  "a.npy",
                  Npy.of("'<f8'", "(3, 3653)", new byte[3 * 3653 * 8]))
              .refused(
                  "has shape (3, 3653); one file holds one series: shape (L,), (1, L) or (L, 1)",
                  EVERYWHERE),
          HostileInput.of("no samples", "a.npy", Npy.of("'<f8'", "(0,)", new byte[0]))
              .refused("has no samples (shape (0)); give a series of at least one", EVERYWHERE),
          HostileInput.of("NaN", "a.npy", Npy.of(seventeenth(Double.NaN)))
              .refused("has NaN at index 17" + IMPUTE, EVERYWHERE),
          HostileInput.of("infinity", "a.npy", Npy.of(seventeenth(Double.NEGATIVE_INFINITY)))
              .refused("has an infinite value at index 17" + IMPUTE, EVERYWHERE),
          HostileInput.of("counter beyond 2^53", "a.npy", Npy.of("'<i8'", from(1L << 60)))
              .read(STEPS, READERS),
          HostileInput.of("the same below zero", "a.npy", Npy.of("'<i8'", from(-(1L << 60))))
              .read(STEPS, READERS),
          HostileInput.of("the same unsigned", "a.npy", Npy.of("'<u8'", from(1L << 63)))
              .read(STEPS, READERS),
          HostileInput.of(
                  "the same across 2^63", "a.npy", Npy.of("'<u8'", from(Long.MAX_VALUE - 2)))
              .read(STEPS, READERS),
          HostileInput.of("text in the place of an array", "a.npy", "text".getBytes(US_ASCII))
              .refused(
                  "is not a .npy file (wrong magic bytes); save the series with numpy.save",
                  FILES));

  private NpyRows() {}

  private static byte[] truncated(int bytes) {
    byte[] good = Npy.of(new double[20]);
    return Arrays.copyOf(good, good.length - bytes);
  }

  private static byte[] version(int major) {
    byte[] array = Npy.of(new double[20]);
    array[6] = (byte) major;
    return array;
  }

  private static long[] from(long first) {
    return LongStream.range(0, STEPS.length).map(i -> first + i).toArray();
  }

  private static double[] seventeenth(double value) {
    double[] values = new double[20];
    values[17] = value;
    return values;
  }
}
