package io.tsad.dataset.importers.ucr;

import io.tsad.runtime.FileName;
import io.tsad.runtime.series.FiniteValues;
import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Path;

/** A line of an archive file: what messages point at, and how its numbers are read. */
record RowPlace(Path file, long line) {
  /**
   * Reads the samples of this row. Missing values at its end are cut off, because the archive pads
   * series of varying length with them.
   *
   * @param fields the row's fields
   * @param first the index of the first sample in {@code fields}
   * @throws InvalidSeriesException naming line and column (from 1) if a field is no number, a value
   *     is missing before the end, or no sample is left
   */
  double[] values(String[] fields, int first) throws InvalidSeriesException {
    int end = fields.length;
    while (end > first && isMissing(fields[end - 1])) {
      end--;
    }
    double[] values = new double[end - first];
    for (int i = first; i < end; i++) {
      values[i - first] = value(fields[i], i + 1);
    }
    if (values.length == 0) {
      throw fault("has no values", "remove the row");
    }
    FiniteValues.require(toString(), values);
    return values;
  }

  InvalidSeriesException fault(String fault, String remedy) {
    return new InvalidSeriesException(toString(), fault, remedy);
  }

  private double value(String field, int column) throws InvalidSeriesException {
    if (isMissing(field)) {
      throw fault(
          "column " + column + " is missing, with values after it",
          "impute it; only missing values at the end of a row are cut off");
    }
    try {
      double value = Double.parseDouble(field);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Reported below, like an infinite value.
    }
    String shown = field.length() > 20 ? field.substring(0, 20) + "…" : field;
    throw fault("column " + column + " is '" + shown + "', not a finite number", "correct it");
  }

  private static boolean isMissing(String field) {
    String text = field.strip();
    return text.equalsIgnoreCase("nan") || text.equals("?");
  }

  /** Splits at every {@code separator}, keeping empty fields. */
  static String[] split(String row, char separator) {
    int fields = 1 + (int) row.chars().filter(c -> c == separator).count();
    String[] split = new String[fields];
    int from = 0;
    for (int i = 0; i < fields; i++) {
      int to = row.indexOf(separator, from);
      split[i] = row.substring(from, to < 0 ? row.length() : to);
      from = to + 1;
    }
    return split;
  }

  @Override
  public String toString() {
    return FileName.of(file) + " line " + line;
  }
}
