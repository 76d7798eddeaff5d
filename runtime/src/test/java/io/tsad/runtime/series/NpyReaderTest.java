package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReaderTest {
  @TempDir Path folder;

  private static double[] read(byte[] bytes) throws Exception {
    return NpyReader.read(new ByteArrayInputStream(bytes), "x.npy");
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(InvalidSeriesException.class, () -> read(bytes)).getMessage();
  }

  // Data as numpy writes it: numpy.array([...], dtype).tobytes().hex().
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<f8; 000000000000f03f9a9999999999b9bf; 1, -0.1",
        ">f8; 3ff0000000000000bfb999999999999a; 1, -0.1",
        "<f4; 0000803fcdccccbd; 1, -0.10000000149011612",
        ">f4; 3f800000bdcccccd; 1, -0.10000000149011612",
        "<f2; 003c66aeff7b01000080; 1, -0.0999755859375, 65504, 5.960464477539063e-8, -0.0",
        "|i1; 7f80; 127, -128",
        "|u1; 7f80; 127, 128",
        "<i2; ff7f0080; 32767, -32768",
        ">u2; ffff0001; 65535, 1",
        "<i4; ffffffff; -1",
        "<u4; ffffffff; 4294967295",
        ">i8; fffffffffffffffe; -2",
        "<u8; ffffffffffffffff; 18446744073709551615",
        "|b1; 0001; 0, 1",
      })
  void everyRealDtypeIsRead(String descr, String hex, String expected) throws Exception {
    double[] values = Arrays.stream(expected.split(",")).mapToDouble(Double::parseDouble).toArray();
    byte[] data = HexFormat.of().parseHex(hex);
    assertArrayEquals(
        values, read(NpyBytes.of("'" + descr + "'", "(" + values.length + ",)", data)));
  }

  /** As NumPy scales in the array's own type: (x - min) / (max - min), the differences exact. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<i8; 1600000000000000001, 1600000000000000004, 1600000000000000000, 1600000000000000003",
        ">i8; -9007199254740995, -9007199254740993, -9007199254740994, -9007199254740999",
        "<i8; 9007199254740990, 9007199254740993, 9007199254740995, 9007199254740991",
        "<u8; 18446744073709551615, 18446744073709551612, 18446744073709551614, 9223372036854775808",
        "<u8; 9223372036854775807, 9223372036854775809, 9223372036854775806, 9223372036854775808"
      })
  void integersBeyondTheFloatsAreScaledAsIfTheyWereNot(String descr, String text) throws Exception {
    List<BigInteger> exact = Arrays.stream(text.split(", ")).map(BigInteger::new).toList();
    ByteBuffer data =
        ByteBuffer.allocate(8 * exact.size())
            .order(descr.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    exact.forEach(value -> data.putLong(value.longValue()));
    double[] values = read(NpyBytes.of("'" + descr + "'", "(4,)", data.array()));
    BigInteger min = exact.stream().min(Comparator.naturalOrder()).orElseThrow();
    BigInteger max = exact.stream().max(Comparator.naturalOrder()).orElseThrow();
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    for (int i = 0; i < values.length; i++) {
      assertEquals(
          exact.get(i).subtract(min).doubleValue() / max.subtract(min).doubleValue(),
          (values[i] - least) / (most - least));
    }
  }

  @Test
  void integersBeyondTheFloatsAreExactBehindTheFirstBuffer() throws Exception {
    ByteBuffer data = ByteBuffer.allocate(8 * 20_000).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 20_000; i++) {
      data.putLong((1L << 60) + i);
    }
    double[] values = read(NpyBytes.of("'<i8'", "(20000,)", data.array()));
    assertEquals(19_999, values[19_999]);
    assertEquals(20_000, Arrays.stream(values).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(3,)", "(1, 3)", "(3, 1)", "(3L,)"})
  void oneSeriesMayBeARowOrAColumn(String shape) throws Exception {
    byte[] data = NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3);
    assertArrayEquals(new double[] {1, 2, 3}, read(NpyBytes.of("'<f8'", shape, data)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void versionsOneToThreeAreReadWithKeysInAnyOrder(int major) throws Exception {
    byte[] data = NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2);
    String header = "{\"shape\": (2,), 'fortran_order': True, 'descr': \"<f8\"}";
    assertArrayEquals(new double[] {1, 2}, read(NpyBytes.of(major, header, data)));
  }

  @Test
  void whatTheWriterWroteIsReadBackBitForBit() throws Exception {
    double[] values = {0.1, -0.0, Double.MIN_VALUE, 1e300, 1e9 + 0.5};
    Path file = folder.resolve("a.npy");
    NpyWriter.write(file, values);
    assertArrayEquals(values, NpyReader.read(file));
    NpyWriter.write(file, new float[] {0.1f, 2});
    assertArrayEquals(new double[] {0.1f, 2}, NpyReader.read(file));
    NpyWriter.write(file, new boolean[] {true, false});
    assertArrayEquals(new double[] {1, 0}, NpyReader.read(file));
    assertEquals(0, (Files.size(file) - 2) % 64, "data starts at a multiple of 64 bytes");
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "nothing is left beside the file");
    }
  }

  @Test
  @DefaultLocale("ar-EG")
  void aLocaleWithDigitsOfItsOwnDoesNotChangeTheHeader() throws Exception {
    assertEquals("\u0661", String.format("%d", 1), "such a locale");
    Path file = folder.resolve("a.npy");
    NpyWriter.write(file, new double[] {1, 2});
    assertArrayEquals(new double[] {1, 2}, NpyReader.read(file));
  }

  @Test
  void aSeriesLongerThanTheBufferIsReadWhole() throws Exception {
    double[] values = DoubleStream.iterate(0, value -> value + 1).limit(100_003).toArray();
    Path file = folder.resolve("long.npy");
    NpyWriter.write(file, values);
    assertArrayEquals(values, NpyReader.read(file));
  }

  @Test
  void damagedFilesAreRefusedWithFaultAndRemedy() {
    byte[] two = NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2);
    byte[] good = NpyBytes.of("'<f8'", "(2,)", two);
    assertEquals("x.npy: is empty; write the file again", refusal(new byte[0]));
    assertEquals(
        "x.npy: is truncated: its header promises 16 bytes of data, it has 13;"
            + " copy or write the file again",
        refusal(Arrays.copyOf(good, good.length - 3)));
    assertEquals(
        "x.npy: is truncated: it ends within its header; copy or write the file again",
        refusal(Arrays.copyOf(good, 20)));
    assertEquals(
        "x.npy: has trailing bytes: more data than the 16 bytes its header promises;"
            + " write it again, one array a file",
        refusal(Arrays.copyOf(good, good.length + 1)));
    assertEquals(
        "x.npy: is not a .npy file (wrong magic bytes); save the series with numpy.save",
        refusal("value\n1\n2\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    good[6] = 9;
    assertEquals("x.npy: has .npy version 9.0; tsad reads 1.0, 2.0 and 3.0", refusal(good));
  }

  @Test
  void otherDtypesAreRefusedAndNeverUnpickled() {
    assertEquals(
        "x.npy: has dtype object, which would have to be unpickled;"
            + " save it as numbers, for example array.astype(float)",
        refusal(NpyBytes.of("'|O'", "(2,)", new byte[16])));
    assertEquals(
        "x.npy: has a structured dtype; save one plain numeric column as an array of its own",
        refusal(NpyBytes.of("[('a', '<f8'), ('b', '<f8')]", "(1,)", new byte[16])));
    for (String descr :
        new String[] {"<c16", "<U4", "<M8[ns]", "<f16", "<i3", "<f8x", "b", "i", "nonsense"}) {
      assertEquals(
          "x.npy: has dtype '%s'; use float16, float32, float64, an integer type or bool"
              .formatted(descr),
          refusal(NpyBytes.of("'" + descr + "'", "(1,)", new byte[16])));
    }
  }

  @Test
  void otherShapesAreRefused() {
    assertEquals(
        "x.npy: has shape (3, 3653); one file holds one series: shape (L,), (1, L) or (L, 1)",
        refusal(NpyBytes.of("'<f8'", "(3, 3653)", new byte[3 * 3653 * 8])));
    assertEquals(
        "x.npy: has shape (); one file holds one series: shape (L,), (1, L) or (L, 1)",
        refusal(NpyBytes.of("'<f8'", "()", new byte[8])));
    assertEquals(
        "x.npy: has no samples (shape (0)); give a series of at least one",
        refusal(NpyBytes.of("'<f8'", "(0,)", new byte[0])));
  }

  @Test
  void aHeaderCannotMakeTheReaderAllocate() {
    assertEquals(
        "x.npy: claims 1,152,921,504,606,846,976 samples;"
            + " tsad reads series of at most 134,217,728",
        refusal(NpyBytes.of("'<f8'", "(1152921504606846976,)", new byte[8])));
    assertEquals(
        "x.npy: has a header that is not NumPy's (descr, fortran_order, shape);"
            + " save the series with numpy.save",
        refusal(NpyBytes.of("'<f8'", "(99999999999999999999999,)", new byte[8])));
    byte[] hundredMegabytes = NpyBytes.of(2, " ".repeat(100_000_000), new byte[0]);
    assertEquals(
        "x.npy: claims a header of 100,000,001 bytes; a series has a header of at most"
            + " 65,536 bytes; save it with numpy.save",
        refusal(hundredMegabytes));
    // The largest count allowed, but no data: what is not there is not allocated.
    assertEquals(
        "x.npy: is truncated: its header promises 1,073,741,824 bytes of data, it has 8;"
            + " copy or write the file again",
        refusal(NpyBytes.of("'<f8'", "(134217728,)", new byte[8])));
  }

  @Test
  void valuesThatCannotBeScaledAreRefusedWithTheirIndex() {
    double[] values = new double[20];
    values[17] = Double.NaN;
    assertEquals(
        "x.npy: has NaN at index 17; impute or remove missing values first",
        refusal(bytes(values)));
    values[17] = Double.NEGATIVE_INFINITY;
    assertEquals(
        "x.npy: has an infinite value at index 17; impute or remove missing values first",
        refusal(bytes(values)));
    assertEquals(
        "x.npy: spans -1.0E308 to 1.0E308, too wide for 64-bit floats;"
            + " divide the series by a constant first",
        refusal(bytes(-1e308, 1e308)));
  }

  @Test
  void pathsThatAreNoFilesAreRefused() {
    Path missing = folder.resolve("missing.npy");
    assertEquals(
        missing + ": no such file; check the path",
        assertThrows(InvalidSeriesException.class, () -> NpyReader.read(missing)).getMessage());
    assertEquals(
        folder + ": is a directory; name a series file",
        assertThrows(InvalidSeriesException.class, () -> NpyReader.read(folder)).getMessage());
  }

  @Test
  void aStreamIsReadToItsEndEvenInSmallPieces() throws Exception {
    byte[] bytes = bytes(1, 2, 3);
    InputStream drip =
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] to, int at, int length) throws IOException {
            return super.read(to, at, Math.min(length, 3));
          }
        };
    assertArrayEquals(new double[] {1, 2, 3}, NpyReader.read(drip, "standard input"));
  }

  private static byte[] bytes(double... values) {
    return NpyBytes.of(
        "'<f8'", "(" + values.length + ",)", NpyBytes.doubles(ByteOrder.LITTLE_ENDIAN, values));
  }
}
