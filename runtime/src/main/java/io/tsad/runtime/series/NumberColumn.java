package io.tsad.runtime.series;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The values of one column, as they are read.
 *
 * <p>A point is the decimal sign. So is a comma, but only if it cannot delimit fields, no value of
 * the column has a point, and at least one can mean nothing else: {@code 1,234} alone might be a
 * thousand.
 */
final class NumberColumn {
  private static final String WRITE_POINTS =
      "write numbers with a decimal point and without separators of thousands";

  /** So many digits a number beyond 2^52 has at least. */
  private static final int SHORTEST_LARGE = 16;

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,20}");

  private final String name;
  private final boolean mayHaveCommas;
  private double[] values = new double[1024];
  private int count;

  /** Lines of the first value of a kind; 0 for none. */
  private long pointLine;

  private long commaLine;
  private long groupedLine;
  private boolean surelyDecimal;

  /** What is subtracted from all, see {@link LargeIntegers}. */
  private long offset;

  NumberColumn(String name, boolean mayHaveCommas) {
    this.name = name;
    this.mayHaveCommas = mayHaveCommas;
  }

  void add(long line, FieldText field) throws InvalidSeriesException {
    double value = value(withPoint(line, field));
    if (Double.isInfinite(value)) {
      throw fault(line, "has " + field.quoted() + ", beyond 64-bit floats", "scale it");
    }
    if (count == NpyReader.MAX_SAMPLES) {
      throw fault(
          line,
          "has one value too many",
          "tsad reads series of at most %,d".formatted(NpyReader.MAX_SAMPLES));
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, (int) Math.min(NpyReader.MAX_SAMPLES, 2L * count));
    }
    values[count++] = value;
  }

  /** Whole numbers of 64 bits are exact, as those of an array are. */
  private double value(String number) {
    if ((count > 0 && offset == 0)
        || number.length() < SHORTEST_LARGE
        || !INTEGER.matcher(number).matches()) {
      return Double.parseDouble(number) - offset;
    }
    try {
      long whole = Long.parseLong(number);
      if (count == 0) {
        offset = LargeIntegers.offset(whole, true);
      }
      return LargeIntegers.difference(whole, offset, true);
    } catch (NumberFormatException e) {
      return Double.parseDouble(number) - offset; // more than 64 bits
    }
  }

  /** The number as Java writes it. */
  private String withPoint(long line, FieldText field) throws InvalidSeriesException {
    String text = field.text();
    if (field.isNumber('.')) {
      if (pointLine == 0 && text.indexOf('.') >= 0) {
        pointLine = line;
        refuseBoth();
      }
      return text;
    }
    if (mayHaveCommas && field.isNumber(',')) {
      if (commaLine == 0) {
        commaLine = line;
        refuseBoth();
      }
      if (!field.mayBeGrouped()) {
        surelyDecimal = true;
      } else if (groupedLine == 0) {
        groupedLine = line;
      }
      return text.replace(',', '.');
    }
    if (field.isMissing()) {
      throw fault(
          line,
          "has no value" + (text.isEmpty() ? "" : " (" + field.quoted() + ")"),
          "impute or remove missing values first");
    }
    if (field.isInfinite()) {
      throw fault(line, "has an infinite value", "impute or remove missing values first");
    }
    throw fault(
        line,
        "has %s, which is not a number".formatted(field.quoted()),
        text.indexOf(',') >= 0 ? WRITE_POINTS : "write decimal numbers, such as -1.5e3");
  }

  private void refuseBoth() throws InvalidSeriesException {
    if (pointLine > 0 && commaLine > 0) {
      throw new InvalidSeriesException(
          name,
          "has a comma in the number on line %d, but a point on line %d"
              .formatted(commaLine, pointLine),
          WRITE_POINTS);
    }
  }

  /** Returns the values in order, at least one, all finite. */
  double[] values() throws InvalidSeriesException {
    if (groupedLine > 0 && !surelyDecimal) {
      throw fault(
          groupedLine, "has a comma that may stand for decimals or thousands", WRITE_POINTS);
    }
    double[] all = count == values.length ? values : Arrays.copyOf(values, count);
    FiniteValues.require(name, all);
    return all;
  }

  private InvalidSeriesException fault(long line, String fault, String remedy) {
    return new InvalidSeriesException(name, "line %d %s".formatted(line, fault), remedy);
  }
}
