package io.tsad.runtime.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.series.NpyBytes;
import io.tsad.runtime.series.NpyWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code tsad-infer} says of input it cannot score: one line with file, fault and remedy. */
class BadInputTest {
  @TempDir Path folder;
  private Path model = Path.of("");

  @BeforeEach
  void writeModel() throws Exception {
    model = TinyModel.write(folder.resolve("demo.onnx"), TinyModel.card(20));
  }

  static Stream<Arguments> badFiles() {
    byte[] good = npy(new double[20]);
    byte[] version9 = good.clone();
    version9[6] = 9;
    byte[] longHeader = NpyBytes.of(2, "{'descr': '<f8', }", new byte[160]);
    ByteBuffer.wrap(longHeader).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 100_000_000);
    return Stream.of(
        arguments("empty file", new byte[0], "is empty; write the file again"),
        arguments(
            "truncated file",
            Arrays.copyOf(good, good.length - 5),
            "is truncated: its header promises 160 bytes of data, it has 155;"
                + " copy or write the file again"),
        arguments(
            "trailing bytes",
            Arrays.copyOf(good, good.length + 5),
            "has trailing bytes: more data than the 160 bytes its header promises;"
                + " write it again, one array a file"),
        arguments(
            "wrong magic",
            "PK\3\4 an archive".getBytes(StandardCharsets.US_ASCII),
            "is not a .npy file (wrong magic bytes); save the series with numpy.save"),
        arguments("version 9.0", version9, "has .npy version 9.0; tsad reads 1.0, 2.0 and 3.0"),
        arguments(
            "object dtype",
            NpyBytes.of("'|O'", "(20,)", new byte[160]),
            "has dtype object, which would have to be unpickled;"
                + " save it as numbers, for example array.astype(float)"),
        arguments(
            "structured dtype",
            NpyBytes.of("[('t', '<i8'), ('v', '<f8')]", "(10,)", new byte[160]),
            "has a structured dtype; save one plain numeric column as an array of its own"),
        arguments(
            "dtype with a line break",
            NpyBytes.of("'<f8\nx\u001b[31m'", "(20,)", new byte[160]),
            "has dtype '<f8\\u000ax\\u001b[31m';"
                + " use float16, float32, float64, an integer type or bool"),
        arguments(
            "dtype of 10,000 letters",
            NpyBytes.of("'" + "x".repeat(10_000) + "'", "(20,)", new byte[160]),
            "has dtype '%s...'; use float16, float32, float64, an integer type or bool"
                .formatted("x".repeat(40))),
        arguments(
            "2^60 elements",
            NpyBytes.of("'<f8'", "(1152921504606846976,)", new byte[160]),
            "claims 1,152,921,504,606,846,976 samples;"
                + " tsad reads series of at most 134,217,728"),
        arguments(
            "header of 100 MB",
            longHeader,
            "claims a header of 100,000,000 bytes; a series has a header of at most 65,536 bytes;"
                + " save it with numpy.save"),
        arguments(
            "shape (3, 3653)",
            NpyBytes.of("'<f8'", "(3, 3653)", new byte[3 * 3653 * 8]),
            "has shape (3, 3653); one file holds one series: shape (L,), (1, L) or (L, 1)"),
        arguments(
            "zero elements",
            NpyBytes.of("'<f8'", "(0,)", new byte[0]),
            "has no samples (shape (0)); give a series of at least one"),
        arguments(
            "NaN at index 17",
            npy(seventeenth(Double.NaN)),
            "has NaN at index 17; impute or remove missing values first"),
        arguments(
            "infinity",
            npy(seventeenth(Double.POSITIVE_INFINITY)),
            "has an infinite value at index 17; impute or remove missing values first"),
        arguments(
            "too short",
            npy(new double[19]),
            "is too short: 19 samples;"
                + " this model needs 20; give longer series, or train with --pad"));
  }

  private static byte[] npy(double[] values) {
    return NpyBytes.of(
        "'<f8'", "(" + values.length + ",)", NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, values));
  }

  private static double[] seventeenth(double value) {
    double[] values = new double[20];
    values[17] = value;
    return values;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aBadFileIsOneLineAndExitCodeThree(String kind, byte[] content, String message)
      throws Exception {
    Path bad = Files.write(folder.resolve("bad.npy"), content);
    assertRefused(bad, bad + ": " + message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void badStandardInputIsOneLineAndExitCodeThree(String kind, byte[] content, String message) {
    assumeFalse(kind.equals("wrong magic"), "a stream is what its first bytes say, not its name");
    Run run = Run.with(model, new java.io.ByteArrayInputStream(content), "-");
    assertEquals(new Run(3, List.of(), List.of("tsad-infer: -: " + message)), run);
  }

  @Test
  void aDirectoryWithoutSeriesIsOneLineAndExitCodeThree() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("notes.txt"), "none here");
    assertRefused(
        empty, empty + ": has no series; name a folder that holds .npy, .npz, .csv or .tsv files");
  }

  @Test
  void aMissingFileIsOneLineAndExitCodeThree() throws Exception {
    Path missing = folder.resolve("missing.npy");
    assertRefused(missing, missing + ": no such file; check the path");
  }

  @Test
  void aNameWithALineBreakIsStillOneLine() throws Exception {
    Path missing = folder.resolve("a\nb.npy");
    assertRefused(missing, folder.resolve("a\\u000ab.npy") + ": no such file; check the path");
  }

  @Test
  void anEmptyNameIsNotTheWorkingFolder() throws Exception {
    assertRefused("", "\"\": is an empty name; name a file or a folder");
  }

  @Test
  void aFileThisUserMayNotReadIsOneLineAndExitCodeThree() throws Exception {
    Path secret = folder.resolve("secret.npy");
    NpyWriter.write(secret, new double[20]);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "root may read every file");
    assertRefused(secret, secret + ": may not be read by this user; change its permissions");
  }

  /** Also that the series before and after it are scored. */
  private void assertRefused(Object bad, String message) throws Exception {
    Path good = folder.resolve("good.npy");
    NpyWriter.write(good, seventeenth(1));
    String scored = good + "\tanomaly\t0.512497"; // softmax(0, 1/20)
    assertEquals(
        new Run(3, List.of(scored, scored), List.of("tsad-infer: " + message)),
        Run.with(model, good, bad, good));
  }
}
