package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTextTest {
  private static final String IMPUTE = "; impute or remove missing values first";
  private static final String POINTS =
      "; write numbers with a decimal point and without separators of thousands";

  @TempDir Path folder;

  private static String read(String text) {
    return Reading.of(text, Column.only());
  }

  private String readTsv(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("x.tsv"), text);
    return Reading.of(file).get(0).replace(file.toString(), "").replaceFirst("^:? ", "");
  }

  @Test
  void aColumnIsReadWithOrWithoutHeaderInAnyUsualFile() {
    for (String text :
        List.of(
            "1\n2.5\n-3e2",
            "value\n1\n2.5\n-3e2\n",
            "\ufeffvalue\r\n1\r\n2.5\r\n-3e2\r\n\r\n  \r\n",
            "\"va\"\"l\nue\"\n\"1\"\n +2.5 \n-.3E+3\n\n\n",
            "# value\r1.\r2.5\r-300.0\r")) {
      assertEquals("[1.0, 2.5, -300.0]", read(text), text);
    }
  }

  @Test
  void valuesAreReadAsJavaWouldReadThem() {
    Random random = new Random(1);
    double[] values =
        DoubleStream.generate(() -> Math.scalb(random.nextGaussian(), random.nextInt(900) - 500))
            .limit(2_000)
            .toArray();
    String text =
        DoubleStream.of(values).mapToObj(Double::toString).collect(Collectors.joining("\n"));
    assertEquals(Arrays.toString(values), read(text));
    assertEquals("[1.7976931348623157E308]", read("1.797693134862315708145274237317043567e308"));
    assertEquals("[4.9E-324, -0.0]", read("3e-324\n-0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFoundAndAColumnChosenByNameOrNumber(String delimiter) {
    String text =
        "time,temperature,note\n2020-01-01,1.5,\n2020-01-02,2,\"a,b;c|d\te\"\n"
            .replace(",", delimiter)
            .replace("a" + delimiter + "b", "a,b");
    assertEquals("[1.5, 2.0]", Reading.of(text, Column.of("temperature")));
    assertEquals("[1.5, 2.0]", Reading.of(text, Column.of("2")));
    assertEquals(
        "has 3 columns: 1 'time', 2 'temperature', 3 'note';"
            + " choose one with --column NAME or --column NUMBER;"
            + " a series has one value a line, with a decimal point",
        read(text));
    assertEquals(
        "has no column 'humidity' but 3 columns: 1 'time', 2 'temperature', 3 'note';"
            + " choose one by name or number",
        Reading.of(text, Column.of("humidity")));
    assertEquals(
        "has no column 4 but 3 columns: 1 'time', 2 'temperature', 3 'note'; choose one",
        Reading.of(text, Column.of("4")));
  }

  @Test
  void aNameThatTwoColumnsHaveIsRefused() {
    assertEquals(
        "has 2 columns 'v'; choose one by name or number",
        Reading.of("v,v\n1,2\n", Column.of("v")));
  }

  @Test
  void aWideTableNamesItsFirstColumns() {
    String header = "x".repeat(100) + ",a".repeat(30) + "\n";
    assertEquals(
        "has 31 columns: 1 '%s...', 2 'a', 3 'a', 4 'a', 5 'a', 6 'a', 7 'a', 8 'a', 9 'a', 10 'a', ..."
                .formatted("x".repeat(40))
            + "; choose one with --column NAME or --column NUMBER;"
            + " a series has one value a line, with a decimal point",
        read(header));
  }

  @Test
  void onlyAFieldThatCanBeNoValueIsAHeader() {
    assertEquals("[1.0]", read("2m temperature\n1\n"));
    assertEquals("[1.0]", read("p(x)\n1\n"));
    assertEquals("[1.0]", read("E1\n1\n"));
    assertEquals("line 1 has no value ('NA')" + IMPUTE, read("NA\n1\n"));
    assertEquals("line 1 has an infinite value" + IMPUTE, read("-inf\n1\n"));
    String decimal = ", which is not a number; write decimal numbers, such as -1.5e3";
    assertEquals("line 1 has '1.2.3'" + decimal, read("1.2.3\n1\n"));
    assertEquals("line 1 has '2020-01-01'" + decimal, read("2020-01-01\n1\n"));
    assertEquals("line 1 has '1_000'" + decimal, read("1_000\n1\n"));
    assertEquals("line 1 has '1e5.5'" + decimal, read("1e5.5\n1\n"));
    assertEquals("line 1 has '<5'" + decimal, read("<5\n1\n"));
    assertEquals("[1.0]", Reading.of("%\n1\n", Column.of("%")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "NA", "n/a", "#N/A", "NaN", "nan", "null", "NULL", "None", "nil", "-", "?"
      })
  void aMissingValueIsRefusedWithItsLine(String mark) {
    String shown = mark.isBlank() ? "" : " ('" + mark + "')";
    assertEquals(
        "line 3 has no value" + shown + IMPUTE,
        Reading.of("t,v\n1,2\n2," + mark + "\n3,4\n", Column.of("v")));
  }

  @Test
  void aBlankLineIsAMissingValueUnlessNothingFollows() {
    assertEquals("line 3 is blank, and values follow" + IMPUTE, read("v\n1\n\n2\n"));
    assertEquals("line 1 is blank, and values follow" + IMPUTE, read("\n\nv\n1\n"));
    assertEquals("line 2 is blank, and values follow" + IMPUTE, read("1\n  \n2\n"));
    assertEquals("[1.0, 2.0]", read("1\n2\n\n \n\t\n\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1d",
        "1f",
        "0x1p3",
        "0x10",
        "1e",
        "e5",
        "1e5.5",
        ".",
        "+",
        "1 2",
        "--1",
        "1_000",
        "١",
        "−1",
        "1'000",
        "true",
        "2020-01-01",
        "1;2",
        "'1'",
        "#1"
      })
  void whatIsNoDecimalNumberIsRefused(String text) {
    assertEquals(
        "line 3 has '%s', which is not a number; write decimal numbers, such as -1.5e3"
            .formatted(text),
        read("v\n1\n" + text + "\n"));
  }

  @Test
  void infinityAndWhatIsBeyondFloatsIsRefused() {
    assertEquals("line 2 has an infinite value" + IMPUTE, read("1\n-Infinity\n"));
    assertEquals("line 2 has '1e309', beyond 64-bit floats; scale it", read("1\n1e309\n"));
    assertEquals(
        "spans -1.0E308 to 1.0E308, too wide for 64-bit floats;"
            + " divide the series by a constant first",
        read("1e308\n-1e308\n"));
  }

  @Test
  void aCommaIsTheDecimalSignOnlyWhereItCanBeNothingElse() throws Exception {
    assertEquals("[1.5, 1234.0, 2.0]", readTsv("1,5\n1,234e3\n2\n"));
    assertEquals("[1.234, 0.5]", readTsv("1,234\n0,5\n"));
    assertEquals("[1.25, 2.5]", Reading.of("t;v\n1;1,25\n2;2,5\n", Column.of("v")));
    assertEquals("[1.25, 2.5]", Reading.of("1;1,25\n2;2,5\n", Column.of("2")));
    assertEquals(
        "line 2 has a comma that may stand for decimals or thousands" + POINTS,
        readTsv("7\n1,234\n-12,345\n"));
    assertEquals(
        "has a comma in the number on line 2, but a point on line 1" + POINTS,
        readTsv("1.5\n1,25\n"));
    assertEquals(
        "has a comma in the number on line 1, but a point on line 2" + POINTS,
        readTsv("1,25\n1.234\n"));
    assertEquals("line 2 has '1,234.5', which is not a number" + POINTS, readTsv("1\n1,234.5\n"));
    assertEquals("line 2 has '1,234,567', which is not a number" + POINTS, readTsv("1\n1,234,567"));
  }

  @Test
  void aCommaInAFileOfOneColumnIsNeverADecimalSign() {
    assertEquals(
        "has 2 columns: 1 '1', 2 '5'; choose one with --column NAME or --column NUMBER;"
            + " a series has one value a line, with a decimal point",
        read("1,5\n2,5\n"));
    assertEquals("line 2 has 2 fields, the first line 1; give all as many", read("value\n1,5\n"));
    assertEquals("line 2 has '1,5', which is not a number" + POINTS, read("value\n\"1,5\"\n2\n"));
  }

  @Test
  void anOddRowIsRefusedWithItsLine() {
    assertEquals(
        "line 3 has 1 field, the first line 2; give all as many",
        Reading.of("a,b\n1,2\n3\n4,5\n", Column.of("a")));
    assertEquals(
        "line 4 has 3 fields, the first line 2; give all as many",
        Reading.of("a,b\n\"1\n\",2\n3,4,5\n", Column.of("b")));
  }

  @Test
  void brokenQuotesAreRefused() {
    assertEquals(
        "is not well-formed delimited text"
            + " (a quote is not closed in the row at line 2);"
            + " write it again as CSV",
        read("v\n\"1\n2\n"));
    assertEquals(
        "is not well-formed delimited text"
            + " (something follows a closing quote in the row at line 2); write it again as CSV",
        read("v\n\"1\"2\n"));
    assertEquals(
        "is not well-formed delimited text"
            + " (a quote is not closed in the row at line 3); write it again as CSV",
        read("sep=,\nv\n\"1\n2\n"));
  }

  @Test
  void aFileWithoutValuesIsRefused() {
    assertEquals("has no values; write the file again", read("\n \n"));
    assertEquals("has no samples; give a series of at least one", read("value\n"));
  }

  @Test
  void anEndlessRowOrFieldIsRefusedInLittleMemory() {
    String ones = "1,".repeat(40_000);
    assertEquals(
        "is not well-formed delimited text"
            + " (more than 16,384 fields in the row at line 1);"
            + " write it again as CSV",
        read(ones));
    assertEquals(
        "is not well-formed delimited text (more than 65,536 characters in the row at line 2);"
            + " write it again as CSV",
        Reading.of("a,b\n" + ones + "\n", Column.of("a")));
    String digits = "1".repeat(1_000_000);
    assertTrue(read("v\n" + digits).startsWith("is not well-formed delimited text"));
    assertTrue(read("v\n\"" + digits).startsWith("is not well-formed delimited text"));
  }

  @Test
  void aLongSeriesIsReadWhole() {
    double[] values = DoubleStream.iterate(0, value -> value + 0.5).limit(100_000).toArray();
    StringBuilder text = new StringBuilder("t;v\n");
    for (double value : values) {
      text.append("x;").append(value).append('\n');
    }
    assertEquals(Arrays.toString(values), Reading.of(text.toString(), Column.of("v")));
  }

  @Test
  void textThatIsNotUtf8IsRefusedWhereverThatShows() {
    byte[] late =
        ("v\n" + "1\n".repeat(100_000) + "\u00e4\n").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        List.of(
            "-: is neither .npy nor .npz nor text (it is not UTF-8);"
                + " write it as one of them, text in UTF-8"),
        Reading.of(late));
  }
}
