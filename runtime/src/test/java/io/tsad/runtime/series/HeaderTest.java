package io.tsad.runtime.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a first row of numbers names the columns. */
class HeaderTest {
  private static String read(String text) {
    return Reading.of(text, Column.only());
  }

  private static String read(String text, String column) {
    return Reading.of(text, Column.of(column));
  }

  private static String uncertain(String first, String below) {
    return "has a first line that may be names or values: '%s' above '%s'".formatted(first, below)
        + "; say which with --header yes or --header no";
  }

  @Test
  void aNumberBesideANameAboveNumbersOrTimesIsAName() {
    assertEquals("[5.0, 7.0]", read("timestamp,101,102\n2024-01-01,5,6\n2024-01-02,7,8\n", "2"));
    assertEquals("[5.0, 7.0]", read("Zeit;101\n01.02.2024 10:00;5\n02.02.2024 10:00;7\n", "2"));
    assertEquals("[1.5, 2.5]", read("time,0.9\n10:00,1.5\n10:05,2.5\n", "2"));
    assertEquals("[1.0]", read("id,2020\n7,1\n", "2"));
    assertEquals("[2020.0, 1.0]", read("a,2020\nb,1\n", "2"));
  }

  @Test
  void aNumberBesideAnIndexWithoutANameIsAName() {
    assertEquals("[1.5, 2.5]", read(",0\n0,1.5\n1,2.5\n", "2"));
    assertEquals("[5.0, 6.0]", read(",0\n0,5\n1,6\n", "2"));
    assertEquals("[5.0, 6.0]", read(",101,102\n2024-01-01,5,1\n2024-01-02,6,1\n", "2"));
    assertEquals("[5.0, 6.0]", read(",2024-01-01\n0,5\n1,6\n", "2"));
  }

  @Test
  void aMissingValueInTheFirstRowIsNoSign() {
    assertEquals(uncertain("", "1"), read("5,,3\n6,1,4\n", "1"));
    assertEquals(uncertain("NA", "8"), read("NA,5\n8,6\n3,4\n", "2"));
  }

  @Test
  void aNumberInQuotesAboveNumbersWithoutIsAName() {
    assertEquals("[5.0, 6.0]", read("\"0\"\n5\n6\n"));
    assertEquals("[0.0, 5.0, 6.0]", read("\"0\"\n\"5\"\n\"6\"\n"));
  }

  @Test
  void aWholeNumberAboveNumbersThatAllHaveDecimalsOfOneFormIsAName() {
    assertEquals("[1.5, 2.0]", read("0\n1.5\n2.0\n"));
    assertEquals("[1.25, 2.5]", read("101\n1.250\n2.500\n"));
    assertEquals("[1.5, 20.0]", read("0\n1.50e+00\n2.00e+01\n"));
  }

  @Test
  void namesThatCountUpAboveNumbersWithDecimalsAreNames() {
    assertEquals("[1.5, 4.5]", read("0,1,2\n1.5,2.5,3.5\n4.5,5.5,6.5\n", "number:1"));
    assertEquals("[1.5]", read("7;8;9\n1,5;2,5;3,5\n", "number:1"));
  }

  @Test
  void whereBothCanBeMeantItIsRefused() {
    assertEquals(uncertain("0", "1.5"), read("0\n1.5\n2.25\n0.75\n"));
    assertEquals(uncertain("100", "99.5"), read("100\n99.5\n98.25\n"));
    assertEquals(uncertain("0", "1.5"), read("0,1\n1.5,2.5\n1.25,0.5\n", "1"));
    assertEquals(uncertain("1", "0.5"), read("0,1\n1,0.5\n2,0.25\n", "number:2"));
    assertEquals(uncertain("2", "3"), read("0,1,2\n5,9,3\n7,1,4\n", "number:3"));
    assertEquals(uncertain("101", "5"), read("101,7102\n5,6\n6,4\n7,5\n", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0\n5\n7\n9\n", // whole numbers that begin with 0
        "5000\n12\n13\n11\n12\n", // an anomaly
        "9.75\n0.1\n0.25\n", // an anomaly
        "0.0\n0.1\n0.25\n",
        "3\n3\n3\n",
        "0\n0.5\n0\n0.5\n",
        "1\n2\n3\n4\n",
        "-1\n0.5\n0.25\n",
        "1e3\n0.5\n0.25\n",
        "1\n2.5\n-3e2\n",
        "42\n"
      })
  void aPlainColumnIsReadFromItsFirstLineOn(String text) {
    double[] values = text.lines().mapToDouble(Double::parseDouble).toArray();
    assertEquals(java.util.Arrays.toString(values), read(text));
  }

  @Test
  void oneWholeNumberFarBelowTellsThatTheyAreValues() {
    String fractions =
        IntStream.range(0, 1000).mapToObj(i -> i + ".25\n").collect(Collectors.joining());
    assertEquals(uncertain("7", "0.25"), read("7\n" + fractions));
    assertEquals("[7.0, 0.25, 1.25", read("7\n" + fractions + "8\n").substring(0, 16));
  }

  @Test
  void aTableWhoseFirstRowGoesOnLikeTheOthersIsValues() {
    assertEquals("[0.0, 0.5, 0.25]", read("0,0\n1,0.5\n2,0.25\n", "2"));
    assertEquals("[1.0, 3.0, 5.0]", read("0,1\n1,3\n2,5\n", "2"));
    assertEquals("[1.0, 0.5]", read("2024-01-01,1\n2024-01-02,0.5\n", "2"));
    assertEquals("[1.0, 0.5, 0.25]", read("1700000003,1\n1700000010,0.5\n1700000011,0.25\n", "2"));
    assertEquals("[0.0, 0.0, 1.0]", read("0,1\n0,0\n1,1\n", "1"));
  }

  @Test
  void whoeverKnowsDecides() {
    String text = "0\n1.5\n2.25\n";
    assertEquals("[1.5, 2.25]", Reading.of(text, new Layout(Column.only(), Header.YES)));
    assertEquals("[0.0, 1.5, 2.25]", Reading.of(text, new Layout(Column.only(), Header.NO)));
    assertEquals("[5.0]", Reading.of("0\n5\n", new Layout(Column.only(), Header.YES)));
    assertEquals(
        "line 1 has 'v', which is not a number; write decimal numbers, such as -1.5e3",
        Reading.of("v\n1\n", new Layout(Column.only(), Header.NO)));
    assertEquals(
        "has no names of columns, as --header no says, so none is 'v'"
            + "; choose the column by its number",
        Reading.of("v\n1\n", new Layout(Column.of("v"), Header.NO)));
  }

  @Test
  void digitsChooseAColumnByNameOrByNumber() {
    String text = "timestamp,101,102\n2024-01-01,5,6\n2024-01-02,7,8\n";
    assertEquals("[6.0, 8.0]", read(text, "102"));
    assertEquals("[6.0, 8.0]", read(text, "name:102"));
    assertEquals("[6.0, 8.0]", read(text, "3"));
    assertEquals("[6.0, 8.0]", read(text, "number:3"));
    assertEquals("[5.0]", read("101,102\n5,6\n", "101"));
    assertEquals("[5.0, 7.0]", read("0,1\n5,6\n7,8\n", "0"));
    assertEquals(
        "has no column 9 but 3 columns: 1 'timestamp', 2 '101', 3 '102'; choose one",
        read(text, "9"));
    assertEquals("[3.0, 4.0]", read("2,3\n3,4\n", "2"));
  }

  @Test
  void digitsThatAreTheNameOfOneColumnAndTheNumberOfAnotherAreRefused() {
    String text = "time,2,1\n2024-01-01,5,6\n2024-01-02,7,8\n";
    assertEquals("[5.0, 7.0]", read(text, "2"));
    String swapped = "time,3,2\n2024-01-01,5,6\n2024-01-02,7,8\n";
    assertEquals(
        "has column 2, called '3', and column 3 called '2'"
            + "; choose with --column number:2 or --column name:2",
        read(swapped, "2"));
    assertEquals("[6.0, 8.0]", read(swapped, "name:2"));
    assertEquals("[5.0, 7.0]", read(swapped, "number:2"));
  }
}
