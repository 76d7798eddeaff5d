package io.tsad.runtime.series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the first rows of delimited text say.
 *
 * @param columns how many fields each row must have
 * @param chosen the series' place among them, from 0
 * @param named whether the first row names the columns
 */
record TableHead(int columns, int chosen, boolean named) {
  private static final int MOST_LISTED = 10;

  private static final int MOST_CHOICES = 200;

  /**
   * Finds the column, and whether the first row names it: it does if somebody says so or asks for
   * the column by name, else what {@link HeaderRule} finds. Where that is uncertain it is refused.
   *
   * @param rows the first rows, at least one
   * @param more many more of them
   */
  static TableHead of(
      List<List<FieldText>> rows, Supplier<List<List<FieldText>>> more, Layout layout, String name)
      throws InvalidSeriesException {
    List<FieldText> first = rows.get(0);
    if (layout.column() instanceof Column.Only && first.size() > 1) {
      throw severalColumns(rows, name);
    }
    Found found = find(layout, first, name);
    HeaderRule rule = new HeaderRule(rows, found.place(), more);
    HeaderRule.Finding finding =
        switch (layout.header()) {
          case YES -> HeaderRule.Finding.NAMES;
          case NO -> HeaderRule.Finding.VALUES;
          case AUTO -> found.named() ? HeaderRule.Finding.NAMES : rule.finding();
        };
    if (finding == HeaderRule.Finding.UNCERTAIN) {
      int doubtful = rule.doubtful();
      throw new InvalidSeriesException(
          name,
          "has a first line that may be names or values: %s above %s"
              .formatted(first.get(doubtful).quoted(), rows.get(1).get(doubtful).quoted()),
          "say which with --header yes or --header no");
    }
    boolean named = finding == HeaderRule.Finding.NAMES;
    if (named && found.other() >= 0) {
      String digits = first.get(found.other()).text();
      throw new InvalidSeriesException(
          name,
          "has column %s, called %s, and column %d called '%s'"
              .formatted(digits, first.get(found.place()).quoted(), found.other() + 1, digits),
          "choose with --column number:%s or --column name:%s".formatted(digits, digits));
    }
    return new TableHead(first.size(), found.place(), named);
  }

  /**
   * A column that was asked for.
   *
   * @param place its place, from 0
   * @param named whether it was found by its name
   * @param other the place of another that may be meant, if the first row has names; or -1
   */
  private record Found(int place, boolean named, int other) {}

  private static Found find(Layout layout, List<FieldText> first, String name)
      throws InvalidSeriesException {
    Column column = layout.column();
    if (column instanceof Column.Numbered numbered) {
      return numbered(numbered.number(), first, name);
    }
    if (column instanceof Column.Digits digits) {
      List<Integer> places =
          layout.header() == Header.NO ? List.of() : places(digits.text(), first);
      int number = digits.text().length() > 9 ? 0 : Integer.parseInt(digits.text());
      if (number < 1 || number > first.size()) {
        return places.isEmpty() ? numbered(number, first, name) : named(digits.text(), first, name);
      }
      boolean other = places.size() == 1 && places.get(0) != number - 1;
      return new Found(number - 1, false, other ? places.get(0) : -1);
    }
    if (column instanceof Column.Named named) {
      if (layout.header() == Header.NO) {
        throw new InvalidSeriesException(
            name,
            "has no names of columns, as --header no says, so none is %s"
                .formatted(new FieldText(named.name()).quoted()),
            "choose the column by its number");
      }
      return named(named.name(), first, name);
    }
    return new Found(0, false, -1);
  }

  private static SeveralColumnsException severalColumns(List<List<FieldText>> rows, String name) {
    List<FieldText> first = rows.get(0);
    List<SeveralColumnsException.Choice> choices = new ArrayList<>();
    for (int i = 0; i < Math.min(first.size(), MOST_CHOICES); i++) {
      int place = i;
      boolean numbers =
          rows.size() > 1
              && rows.stream()
                  .skip(1)
                  .allMatch(row -> place < row.size() && row.get(place).isValue());
      choices.add(new SeveralColumnsException.Choice(i + 1, first.get(i).text(), numbers));
    }
    return new SeveralColumnsException(
        name,
        "has " + list(first),
        "choose one with --column NAME or --column NUMBER;"
            + " a series has one value a line, with a decimal point",
        choices);
  }

  private static Found numbered(int number, List<FieldText> first, String name)
      throws InvalidSeriesException {
    if (number < 1 || number > first.size()) {
      throw new InvalidSeriesException(
          name, "has no column %d but %s".formatted(number, list(first)), "choose one");
    }
    return new Found(number - 1, false, -1);
  }

  private static Found named(String wanted, List<FieldText> first, String name)
      throws InvalidSeriesException {
    List<Integer> places = places(wanted, first);
    if (places.size() == 1) {
      return new Found(places.get(0), true, -1);
    }
    throw new InvalidSeriesException(
        name,
        places.isEmpty()
            ? "has no column %s but %s".formatted(new FieldText(wanted).quoted(), list(first))
            : "has %d columns %s".formatted(places.size(), new FieldText(wanted).quoted()),
        "choose one by name or number");
  }

  private static List<Integer> places(String wanted, List<FieldText> first) {
    return IntStream.range(0, first.size())
        .filter(i -> first.get(i).text().equals(wanted))
        .boxed()
        .toList();
  }

  private static String list(List<FieldText> first) {
    String listed =
        IntStream.range(0, Math.min(first.size(), MOST_LISTED))
            .mapToObj(i -> (i + 1) + " " + first.get(i).quoted())
            .collect(Collectors.joining(", "));
    return "%d column%s: %s%s"
        .formatted(
            first.size(),
            first.size() == 1 ? "" : "s",
            listed,
            first.size() > MOST_LISTED ? ", ..." : "");
  }
}
