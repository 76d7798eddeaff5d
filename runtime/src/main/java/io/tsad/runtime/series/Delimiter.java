package io.tsad.runtime.series;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the fields of a row. In the order in which they are tried: a comma comes
 * last, because it may be the decimal sign between the others.
 */
enum Delimiter {
  TAB('\t'),
  SEMICOLON(';'),
  PIPE('|'),
  COMMA(',');

  private static final int ROWS = 20;

  /** FastCSV's own limit. */
  private static final int MOST_FIELDS = 16_384;

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }

  /**
   * The one that splits the first rows of {@code text} into equally many fields, two or more; else
   * one that splits the first row, so that the odd row can be named; else a comma, for one column.
   */
  static Delimiter of(String text) {
    Delimiter first = COMMA;
    for (Delimiter delimiter : values()) {
      List<Integer> fields = delimiter.fieldCounts(text);
      if (!fields.isEmpty() && fields.get(0) > 1) {
        if (fields.size() == 1) {
          return delimiter;
        }
        first = first == COMMA ? delimiter : first;
      }
    }
    return first;
  }

  /** How many fields the first rows have, each number once, that of the first row first. */
  private List<Integer> fieldCounts(String text) {
    if (text.indexOf(character) < 0) {
      return List.of();
    }
    try {
      return rows(text).stream().map(List::size).distinct().toList();
    } catch (CsvParseException e) {
      // Quotes are not where they would be if this were the delimiter.
      return List.of();
    }
  }

  /** The fields of the first rows of {@code text}, blank lines left out. */
  List<List<FieldText>> rows(String text) {
    return rows(text, ROWS);
  }

  /** The fields of the first {@code most} rows of {@code text}, blank lines left out. */
  List<List<FieldText>> rows(String text, int most) {
    CsvReader.CsvReaderBuilder lenient =
        CsvReader.builder()
            .fieldSeparator(character)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(true);
    return lenient.build(new Fields(), text).stream()
        .limit(most)
        .filter(fields -> fields.size() > 1 || !fields.get(0).text().isBlank())
        .toList();
  }

  /** Collects the fields of a row. */
  private static final class Fields extends AbstractBaseCsvCallbackHandler<List<FieldText>> {
    private List<FieldText> fields = new ArrayList<>();

    @Override
    protected void handleBegin(long line) {
      fields = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
      if (index == MOST_FIELDS) {
        throw new CsvParseException(
            "more than %,d fields in the row at line %d"
                .formatted(MOST_FIELDS, getStartingLineNumber()));
      }
      fields.add(new FieldText(new String(buffer, offset, size), quoted));
    }

    @Override
    protected List<FieldText> buildRecord() {
      return fields;
    }
  }

  /** The one that {@code character} is; null for one that tsad does not read. */
  static @Nullable Delimiter of(char character) {
    for (Delimiter delimiter : values()) {
      if (delimiter.character == character) {
        return delimiter;
      }
    }
    return null;
  }
}
