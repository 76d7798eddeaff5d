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

  /** The one of this name, or at this place: digits may be both. */
  record Digits(String text) implements Column {}

  /** No choice. */
  static Column only() {
    return new Only();
  }

  /**
   * What a user means by {@code text}: {@code name:TEXT} is a name and {@code number:N} a number;
   * else a name, unless it is all digits.
   *
   * @throws IllegalArgumentException if it is empty, or no number where one has to be
   */
  static Column of(String text) {
    String given = text.strip();
    if (given.startsWith("name:") && given.length() > 5) {
      return new Named(given.substring(5).strip());
    }
    if (given.startsWith("number:")) {
      return new Numbered(number(given.substring(7).strip()));
    }
    if (given.isEmpty()) {
      throw new IllegalArgumentException("name a column, or give its number from 1");
    }
    return isDigits(given) ? new Digits(given) : new Named(given);
  }

  private static int number(String text) {
    if (!isDigits(text) || text.length() > 9) {
      throw new IllegalArgumentException("after number: give the column's number from 1");
    }
    return Integer.parseInt(text);
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
