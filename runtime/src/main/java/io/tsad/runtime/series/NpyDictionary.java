package io.tsad.runtime.series;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Python dictionary in a {@code .npy} header, such as {@code {'descr': '<f8', 'fortran_order':
 * False, 'shape': (3653,), }}. Nothing is evaluated: three known keys in any order, or a refusal.
 *
 * @param descr the dtype
 * @param shape the array's dimensions, each at least zero; the order of storage does not matter,
 *     because one series has one dimension longer than one
 */
record NpyDictionary(String descr, List<Long> shape) {
  private static final Pattern DESCR =
      Pattern.compile("(?<quote>['\"])descr\\k<quote>\\s*:\\s*(?<value>'[^']*'|\"[^\"]*\"|\\[)");
  private static final Pattern ORDER =
      Pattern.compile("(?<quote>['\"])fortran_order\\k<quote>\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("(?<quote>['\"])shape\\k<quote>\\s*:\\s*\\((?<value>[0-9L,\\s]*)\\)");

  static NpyDictionary parse(String text, String name) throws InvalidSeriesException {
    Matcher descr = DESCR.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!text.strip().startsWith("{") || !descr.find()) {
      throw unreadable(name);
    }
    if (descr.group("value").equals("[")) {
      throw new InvalidSeriesException(
          name, "has a structured dtype", "save one plain numeric column as an array of its own");
    }
    if (!shape.find() || !ORDER.matcher(text).find()) {
      throw unreadable(name);
    }
    String quoted = descr.group("value");
    return new NpyDictionary(
        quoted.substring(1, quoted.length() - 1), dimensions(shape.group("value"), name));
  }

  private static List<Long> dimensions(String text, String name) throws InvalidSeriesException {
    try {
      return Pattern.compile(",")
          .splitAsStream(text)
          .map(String::strip)
          .filter(dimension -> !dimension.isEmpty())
          .map(dimension -> dimension.endsWith("L") ? dimension.replace("L", "") : dimension)
          .map(Long::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw unreadable(name);
    }
  }

  private static InvalidSeriesException unreadable(String name) {
    return new InvalidSeriesException(
        name,
        "has a header that is not NumPy's (descr, fortran_order, shape)",
        "save the series with numpy.save");
  }
}
