package io.tsad.runtime.series;

import java.util.ArrayList;
import java.util.List;
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
   * Finds the column, and whether the first row names it: it does if the column is asked for by
   * name, or if its field there can be no value. A first row that only seems to name others is
   * refused: it would be a sample or lose one.
   */
  static TableHead of(List<List<FieldText>> rows, Column column, String name)
      throws InvalidSeriesException {
    List<FieldText> first = rows.get(0);
    if (column instanceof Column.Only && first.size() > 1) {
      throw severalColumns(rows, name);
    }
    int chosen = find(column, first, name);
    boolean named = column instanceof Column.Named || first.get(chosen).isName();
    if (!named && rows.size() > 1) {
      for (int i = 0; i < Math.min(first.size(), rows.get(1).size()); i++) {
        if (i != chosen && !isValue(first.get(i)) && isValue(rows.get(1).get(i))) {
          throw new InvalidSeriesException(
              name,
              "has a first line that may be names or values: %s above %s"
                  .formatted(first.get(i).quoted(), rows.get(1).get(i).quoted()),
              "name every column there, or none");
        }
      }
    }
    return new TableHead(first.size(), chosen, named);
  }

  private static boolean isValue(FieldText field) {
    return field.isNumber('.') || field.isNumber(',');
  }

  private static int find(Column column, List<FieldText> first, String name)
      throws InvalidSeriesException {
    if (column instanceof Column.Numbered numbered) {
      if (numbered.number() > first.size()) {
        throw new InvalidSeriesException(
            name,
            "has no column %d but %s".formatted(numbered.number(), list(first)),
            "choose one");
      }
      return numbered.number() - 1;
    }
    if (column instanceof Column.Named named) {
      return find(named.name(), first, name);
    }
    return 0;
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
                  .allMatch(row -> place < row.size() && isValue(row.get(place)));
      choices.add(new SeveralColumnsException.Choice(i + 1, first.get(i).text(), numbers));
    }
    return new SeveralColumnsException(
        name,
        "has " + list(first),
        "choose one with --column NAME or --column NUMBER;"
            + " a series has one value a line, with a decimal point",
        choices);
  }

  private static int find(String wanted, List<FieldText> first, String name)
      throws InvalidSeriesException {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).text().equals(wanted)) {
        places.add(i);
      }
    }
    if (places.size() == 1) {
      return places.get(0);
    }
    throw new InvalidSeriesException(
        name,
        places.isEmpty()
            ? "has no column %s but %s".formatted(new FieldText(wanted).quoted(), list(first))
            : "has %d columns %s".formatted(places.size(), new FieldText(wanted).quoted()),
        "choose one by name or number");
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
