package io.tsad.runtime.series;

/** Which column of delimited text is the series. */
public sealed interface Column {
  /** The only one there is; text with several columns is refused. */
  record Only() implements Column {}

  /** The one of this name in the first line. */
  record Named(String name) implements Column {}

  /** The one at this place, the first being 1. */
  record Numbered(int number) implements Column {
    public Numbered {
      if (number < 1) {
        throw new IllegalArgumentException("columns are counted from 1");
      }
    }
  }

  /** No choice. */
  static Column only() {
    return new Only();
  }

  /**
   * What a user means by {@code text}: a number where it is all digits, else a name.
   *
   * @throws IllegalArgumentException if it is empty, zero, or a number of more than nine digits
   */
  static Column of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("name a column, or give its number from 1");
    }
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new Named(text.strip());
    }
    if (text.length() > 9) {
      throw new IllegalArgumentException("no file has so many columns");
    }
    return new Numbered(Integer.parseInt(text));
  }
}
