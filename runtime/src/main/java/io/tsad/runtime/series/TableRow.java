package io.tsad.runtime.series;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;

/**
 * A row of delimited text.
 *
 * @param line the line it begins on, from 1
 * @param fields how many it has
 * @param blank whether nothing stands in it but white space, in one field
 * @param chosen the field in the chosen column; empty where it has none
 */
record TableRow(long line, int fields, boolean blank, String chosen) {
  /** Keeps one field of each row: most of a wide table never becomes an object. */
  static final class Builder extends AbstractBaseCsvCallbackHandler<TableRow> {
    private final int column;
    private final int most;
    private final int before;
    private String chosen = "";
    private boolean blank = true;
    private int length;

    /**
     * @param column place of the chosen column, from 0
     * @param most characters that a row may have
     * @param before lines that came before the first
     */
    Builder(int column, int most, int before) {
      this.column = column;
      this.most = most;
      this.before = before;
    }

    @Override
    protected void handleBegin(long line) {
      chosen = "";
      blank = true;
      length = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
      length += size + 1;
      if (length > most) {
        throw new CsvParseException(
            "more than %,d characters in the row at line %d"
                .formatted(most, before + getStartingLineNumber()));
      }
      if (index == column) {
        chosen = new String(buffer, offset, size);
      }
      if (index == 0) {
        blank = new String(buffer, offset, size).isBlank();
      }
    }

    @Override
    protected TableRow buildRecord() {
      return new TableRow(
          before + getStartingLineNumber(), getFieldCount(), blank && getFieldCount() <= 1, chosen);
    }
  }
}
