package io.tsad.runtime.series;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Whether the first row of a table names its columns, as far as the rows under it tell. A name may
 * be a number: pandas calls columns 0, 1, 2. Where both can be meant it is uncertain, for taking a
 * name for a sample, or a sample for a name, changes the series without a word.
 *
 * @param rows the first rows
 * @param chosen the series' place in them, from 0
 * @param more many more of them, for what a few rows cannot tell
 */
record HeaderRule(List<List<FieldText>> rows, int chosen, Supplier<List<List<FieldText>>> more) {
  /** What the rows tell. */
  enum Finding {
    NAMES,
    VALUES,
    UNCERTAIN
  }

  /** From so many columns on, numbers that count up are no accident. */
  private static final int COUNTED = 3;

  /** How far from the others is far outside, as a multiple of their range. */
  private static final int FAR = 3;

  Finding finding() {
    FieldText first = first(chosen);
    if (first.isName()) {
      return Finding.NAMES;
    }
    if (rows.size() < 2) {
      return Finding.VALUES;
    }
    if (others().anyMatch(this::isNameAboveValues) || isQuotedAboveUnquoted()) {
      return Finding.NAMES;
    }
    if (others().anyMatch(i -> first(i).isTime() && below(i).get(0).isTime())) {
      return Finding.VALUES;
    }
    if (chosen > 0 && first(0).text().isEmpty() && isIndex(0) && !first.isFraction()) {
      return Finding.NAMES;
    }
    if (first.isPlain()) {
      Finding form = form();
      if (form != Finding.VALUES) {
        return form;
      }
    }
    return others().anyMatch(this::isNoValueAboveOne) ? Finding.UNCERTAIN : Finding.VALUES;
  }

  /** The place of the field that makes it uncertain. */
  int doubtful() {
    return others().filter(this::isNoValueAboveOne).findFirst().orElse(chosen);
  }

  /** What a row tells that has a whole number where the series is. */
  private Finding form() {
    boolean counting = isCountingUp() && columns() >= COUNTED;
    if (isAboveFractions(below(chosen))) {
      List<FieldText> all = column(chosen, more.get());
      if (!isAboveFractions(all)) {
        return Finding.VALUES;
      }
      if (all.stream().anyMatch(FieldText::isPadded)
          || (counting && others().allMatch(i -> isAboveFractions(below(i))))) {
        return Finding.NAMES;
      }
      boolean counted = isCountingUp() && first(0).text().equals("0");
      return !counted && others().anyMatch(this::isRising) ? Finding.VALUES : Finding.UNCERTAIN;
    }
    boolean far = columns() > 1 && IntStream.range(0, columns()).allMatch(this::isFarOutside);
    boolean uncertain = far || (counting && others().noneMatch(this::isGoingOn));
    return uncertain ? Finding.UNCERTAIN : Finding.VALUES;
  }

  private int columns() {
    return rows.get(0).size();
  }

  private IntStream others() {
    return IntStream.range(0, columns()).filter(i -> i != chosen);
  }

  private FieldText first(int column) {
    return rows.get(0).get(column);
  }

  /** What is under the first row, at least one field; of a row that is shorter, an empty one. */
  private List<FieldText> below(int column) {
    return column(column, rows);
  }

  private static List<FieldText> column(int column, List<List<FieldText>> rows) {
    return rows.stream()
        .skip(1)
        .map(row -> column < row.size() ? row.get(column) : new FieldText(""))
        .toList();
  }

  private boolean isNameAboveValues(int column) {
    List<FieldText> below = below(column);
    return first(column).isName()
        && below.stream().allMatch(f -> f.isValue() || f.isTime() || f.isMissing())
        && !below.stream().allMatch(FieldText::isMissing);
  }

  private boolean isQuotedAboveUnquoted() {
    return first(chosen).inQuotes() && below(chosen).stream().noneMatch(FieldText::inQuotes);
  }

  /** Whether the column numbers rows or says when they were, from the second row on. */
  private boolean isIndex(int column) {
    List<FieldText> below = below(column);
    return below.stream().allMatch(FieldText::isTime)
        || (below.get(0).text().matches("[01]") && isRising(below));
  }

  private boolean isNoValueAboveOne(int column) {
    return !first(column).isValue() && below(column).get(0).isValue();
  }

  private static boolean isAboveFractions(List<FieldText> below) {
    return below.stream().allMatch(FieldText::isFraction);
  }

  /** Whether the first row is whole numbers, each one more than that before it. */
  private boolean isCountingUp() {
    return columns() > 1
        && IntStream.range(0, columns()).allMatch(i -> first(i).isPlain())
        && IntStream.range(1, columns())
            .allMatch(i -> number(first(i)) - number(first(i - 1)) == 1);
  }

  /** Whether the column goes in equal steps from the first row on, as numbers of rows do. */
  private boolean isGoingOn(int column) {
    List<FieldText> below = below(column);
    if (below.size() < 2 || !below.stream().allMatch(FieldText::isValue)) {
      return false;
    }
    double step = number(below.get(0)) - number(first(column));
    return step != 0
        && IntStream.range(1, below.size())
            .allMatch(i -> number(below.get(i)) - number(below.get(i - 1)) == step);
  }

  /** Whether the column grows from the first row on, as numbers of rows and times do. */
  private boolean isRising(int column) {
    return rows.size() > 2 && isRising(column(column, rows), first(column));
  }

  private static boolean isRising(List<FieldText> below, FieldText first) {
    return first.isValue()
        && below.get(0).isValue()
        && number(first) < number(below.get(0))
        && isRising(below);
  }

  private static boolean isRising(List<FieldText> fields) {
    return fields.stream().allMatch(FieldText::isValue)
        && IntStream.range(1, fields.size())
            .allMatch(i -> number(fields.get(i - 1)) < number(fields.get(i)));
  }

  private boolean isFarOutside(int column) {
    List<FieldText> below = below(column);
    if (!first(column).isPlain() || !below.stream().allMatch(FieldText::isValue)) {
      return false;
    }
    double least = below.stream().mapToDouble(HeaderRule::number).min().orElse(0);
    double most = below.stream().mapToDouble(HeaderRule::number).max().orElse(0);
    double far = FAR * (most - least);
    double value = number(first(column));
    return below.size() > 1 && (value < least - far || value > most + far);
  }

  private static double number(FieldText value) {
    return Double.parseDouble(value.text().replace(',', '.'));
  }
}
