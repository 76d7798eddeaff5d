package io.tsad.hostile;

import static io.tsad.hostile.Entry.API;

import java.util.List;

/** Series as JSON. */
final class JsonRows {
  private static final String IMPUTE = "; impute or remove missing values first";
  private static final String ARRAY = "; send an array of numbers, such as [1, 2.5, -3e2]";

  static final List<HostileInput> ROWS =
      List.of(
          json("NaN in JSON", "[1, 2, NaN, 4]", "has NaN at index 2" + IMPUTE),
          json("infinity in JSON", "[1, Infinity]", "has an infinite value at index 1" + IMPUTE),
          json("negative infinity", "[-Infinity, 1]", "has an infinite value at index 0" + IMPUTE),
          json(
              "nan as Python's repr",
              "[1, nan]",
              "is not JSON at index 1 (line 1, column 5)" + ARRAY),
          json("null in JSON", "[1, 2,\nnull]", "has no value (null) at index 2" + IMPUTE),
          json("a number in quotes", "[1, \"2\"]", "has no number at index 1" + ARRAY),
          json("an array in an array", "[[1, 2]]", "has no number at index 0" + ARRAY),
          json(
              "an array that ends early", "[1, 2", "ends within its array, after 2 values" + ARRAY),
          json("an array with more behind it", "[1, 2] x", "goes on after its array" + ARRAY),
          json("nothing", "", "is no JSON array" + ARRAY),
          json("a number alone", "3", "is no JSON array" + ARRAY),
          json(
              "an array within very many", "[".repeat(100_000), "has no number at index 0" + ARRAY),
          json("an object", "{\"values\": [1, 2]}", "is no JSON array" + ARRAY),
          json(
              "a number with a leading zero",
              "[1, 02]",
              "is not JSON at index 1 (line 1, column 6)" + ARRAY),
          json(
              "a number of 2,000 digits",
              "[" + "1".repeat(2000) + "]",
              "has a number of too many digits at index 0" + ARRAY),
          json(
              "a number beyond floats", "[1, 1e999]", "has an infinite value at index 1" + IMPUTE));

  private JsonRows() {}

  private static HostileInput json(String title, String text, String words) {
    return HostileInput.of(title, "a.json", text).refused(words, API);
  }
}
