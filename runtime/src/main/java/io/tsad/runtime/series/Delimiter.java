package io.tsad.runtime.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;

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

  /** The fields of the first rows of {@code text}, blank lines left out, quotes taken off. */
  List<List<String>> rows(String text) {
    CsvReader.CsvReaderBuilder lenient =
        CsvReader.builder()
            .fieldSeparator(character)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(true);
    return lenient.ofCsvRecord(text).stream()
        .limit(ROWS)
        .map(CsvRecord::getFields)
        .filter(fields -> fields.size() > 1 || !fields.get(0).isBlank())
        .toList();
  }
}
