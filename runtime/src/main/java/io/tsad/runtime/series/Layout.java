package io.tsad.runtime.series;

/**
 * What somebody says of delimited text; other formats have no such choice, and it means nothing to
 * them.
 *
 * @param column which column is the series
 * @param header whether the first row names the columns
 */
public record Layout(Column column, Header header) {
  /** Nothing. */
  public static final Layout UNKNOWN = new Layout(Column.only(), Header.AUTO);
}
