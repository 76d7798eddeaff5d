package io.tsad.dataset.importers.ucr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.series.InvalidSeriesException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UcrFileTest {
  private static final String HEADER =
      """
      # A comment
      @problemName Gun Point
      @timeStamps false
      @missing false
      @univariate true
      @equalLength true
      @classLabel true 1 2

      @data
      """;

  @TempDir Path dir;

  @Test
  void aTsvRowIsItsClassThenItsSamples() throws Exception {
    List<UcrRow> rows = read("Set_TRAIN.tsv", "-1\t0.5\t-1e-3\t2\n\n1\t1\t2\t3\n");
    assertEquals(List.of("-1", "1"), rows.stream().map(UcrRow::label).toList());
    assertArrayEquals(new double[] {0.5, -0.001, 2}, rows.get(0).values());
  }

  @Test
  void aTsRowIsItsSamplesThenItsClass() throws Exception {
    List<UcrRow> rows = read("Set_TEST.ts", HEADER + "0.5, -1e-3,2:1\r\n# more\r\n1,2,3:2.0\r\n");
    assertEquals(List.of("1", "2"), rows.stream().map(UcrRow::label).toList());
    assertArrayEquals(new double[] {0.5, -0.001, 2}, rows.get(0).values());
  }

  @Test
  void gzippedFilesAreReadAlike() throws Exception {
    Path file = dir.resolve("Set_TRAIN.tsv.gz");
    Files.write(file, gzip("1\t2\t3\n"));
    assertArrayEquals(new double[] {2, 3}, read(file).get(0).values());
    Path ts = dir.resolve("Set_TRAIN.ts.gz");
    Files.write(ts, gzip(HEADER + "4,5:1\n"));
    assertArrayEquals(new double[] {4, 5}, read(ts).get(0).values());
  }

  @Test
  void missingValuesAtTheEndAreCutOff() throws Exception {
    List<UcrRow> rows = read("Set_TRAIN.tsv", "1\t2\t3\tNaN\tNaN\n1\t4\t5\t6\tnan\n");
    assertEquals(List.of(2, 3), rows.stream().map(row -> row.values().length).toList());
    assertArrayEquals(new double[] {7}, read("Set_TRAIN.ts", HEADER + "7,?,?:1\n").get(0).values());
  }

  @Test
  void aMissingValueWithValuesAfterItIsRefusedWithLineAndColumn() {
    InvalidSeriesException fault = refused("Set_TRAIN.tsv", "1\t2\t3\n1\t2\tNaN\t4\n");
    assertEquals(dir.resolve("Set_TRAIN.tsv") + " line 2", fault.subject());
    assertEquals("column 3 is missing, with values after it", fault.fault());
    assertEquals(
        "column 2 is missing, with values after it",
        refused("Set_TRAIN.ts", HEADER + "1,?,3:1\n").fault());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1\\tx\\t2 | column 2 is 'x', not a finite number",
        "1\\t1\\t\\t2 | column 3 is '', not a finite number",
        "1\\t1\\tInfinity | column 3 is 'Infinity', not a finite number",
        "1 2 3 | has no tab",
        "\\t2\\t3 | has no class in column 1",
        "1\\tNaN\\tNaN | has no values"
      })
  void aTsvRowThatIsNoSeriesIsRefused(String row, String expected) {
    assertEquals(expected, refused("S_TRAIN.tsv", row.replace("\\t", "\t") + "\n").fault());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@univariate false | says that the series have several dimensions",
        "@dimensions 3 | says that the series have several dimensions",
        "@timeStamps true | says that the series have time stamps",
        "@classLabel false | says that the series have no class labels",
        "@targetLabel true | says that the series have target values, not classes"
      })
  void aTsFileOfAnotherKindIsRefusedByItsHeader(String line, String expected) {
    InvalidSeriesException fault = refused("S_TRAIN.ts", "@problemName x\n" + line + "\n@data\n");
    assertEquals(expected, fault.fault());
    assertTrue(fault.subject().endsWith("line 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2:3,4:1 | says that the series have several dimensions",
        "(0,1),(1,2):1 | says that the series have time stamps",
        "1,2 | has no class",
        "1,2: | has no class",
        "1,2:3 | has class '3', which is not among @classLabel 1 2"
      })
  void aTsRowThatDoesNotFitItsHeaderIsRefused(String row, String expected) {
    InvalidSeriesException fault = refused("S_TRAIN.ts", HEADER + row + "\n");
    assertEquals(expected, fault.fault());
    assertTrue(fault.subject().endsWith("line 10"));
  }

  @Test
  void aTsFileNeedsItsHeader() {
    assertEquals("has no @data", refused("S_TRAIN.ts", "@classLabel true 1 2\n").fault());
    assertEquals("is before @data and no header line", refused("S_TRAIN.ts", "1,2,3:1\n").fault());
    assertEquals("comes before any @classLabel", refused("S_TRAIN.ts", "@data\n").fault());
  }

  @Test
  void aDamagedGzipFileIsRefused() throws Exception {
    Path file = dir.resolve("S_TRAIN.tsv.gz");
    Files.writeString(file, "1\t2\t3\n");
    assertTrue(refused(file).fault().startsWith("is not a sound gzip file"));
    byte[] whole = gzip("1\t2\t3\n".repeat(1000));
    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    assertTrue(refused(file).fault().startsWith("is truncated after line"));
    Files.write(file, new byte[0]);
    assertTrue(refused(file).fault().startsWith("is truncated after line 0"));
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws Exception {
    Path file = dir.resolve("S_TRAIN.tsv");
    Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) 0xff});
    assertEquals("is not text in UTF-8", refused(file).fault());
  }

  private List<UcrRow> read(String name, String text) throws Exception {
    return read(Files.writeString(dir.resolve(name), text));
  }

  private static List<UcrRow> read(Path file) throws InvalidSeriesException {
    List<UcrRow> rows = new ArrayList<>();
    UcrFile.of(file)
        .orElseThrow()
        .<InvalidSeriesException>read(
            (number, row) -> {
              rows.add(row);
              assertEquals(rows.size(), number);
            });
    return rows;
  }

  private InvalidSeriesException refused(String name, String text) {
    return assertThrows(InvalidSeriesException.class, () -> read(name, text));
  }

  private static InvalidSeriesException refused(Path file) {
    return assertThrows(InvalidSeriesException.class, () -> read(file));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
