package io.tsad.runtime.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of delimited text, in UTF-8 with or without a byte order mark. A row that does
 * not have a number there is a fault with its line, never left out.
 */
final class DelimitedReader {
  /** The longest row, and what the delimiter and the header are told from, in characters. */
  private static final int MOST = 1 << 16;

  private static final int LONGEST_DELIMITER_LINE = 16;

  private static final Pattern DELIMITER_LINE =
      Pattern.compile("\"?sep=(.)\"?[ ]*(?:\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final Layout layout;
  private final boolean tabs;

  /**
   * @param tabs whether only a tab delimits fields; else that is found out
   */
  DelimitedReader(String name, Layout layout, boolean tabs) {
    this.name = name;
    this.layout = layout;
    this.tabs = tabs;
  }

  double[] read(InputStream in) throws IOException, InvalidSeriesException {
    // A decoder of one's own refuses what is not UTF-8, where the charset alone would replace it.
    BufferedReader text =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    int before = 0;
    try {
      skipByteOrderMark(text);
      Delimiter told = skipDelimiterLine(text);
      before = told == null ? 0 : 1;
      String start = peek(text);
      Delimiter delimiter = told != null ? told : tabs ? Delimiter.TAB : Delimiter.of(start);
      return values(text, delimiter, head(start, delimiter), before);
    } catch (CharacterCodingException e) {
      throw notText("it is not UTF-8", e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notText("it is not UTF-8", e);
      }
      throw e.getCause();
    } catch (CsvParseException e) {
      // FastCSV wraps whatever happens, also what is no fault of the text.
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new InvalidSeriesException(
          name,
          "is not well-formed delimited text (%s)".formatted(MalformedText.of(e, before)),
          "write it again as CSV",
          e);
    }
  }

  private static void skipByteOrderMark(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != '\ufeff') {
      text.reset();
    }
  }

  /**
   * Excel's {@code sep=;}, which it writes and reads as the first line: what it tells, or null
   * where there is none.
   */
  private @Nullable Delimiter skipDelimiterLine(BufferedReader text)
      throws IOException, InvalidSeriesException {
    text.mark(LONGEST_DELIMITER_LINE + 1);
    char[] start = new char[LONGEST_DELIMITER_LINE];
    int got = 0;
    for (int now = 0; now >= 0 && got < start.length; got += Math.max(0, now)) {
      now = text.read(start, got, start.length - got);
    }
    text.reset();
    Matcher line = DELIMITER_LINE.matcher(new String(start, 0, got));
    if (!line.lookingAt()) {
      return null;
    }
    Delimiter told = Delimiter.of(line.group(1).charAt(0));
    if (told == null) {
      throw new InvalidSeriesException(
          name,
          "says on line 1 that %s stands between fields"
              .formatted(new FieldText(line.group(1)).quoted()),
          "write it again with a tab, semicolon, pipe or comma between them");
    }
    for (int skipped = 0; skipped < line.end(); skipped++) {
      text.read();
    }
    return told;
  }

  /** The first rows, whole unless the first is longer than all that is looked at. */
  private String peek(Reader text) throws IOException, InvalidSeriesException {
    text.mark(MOST + 1);
    StringBuilder start = new StringBuilder();
    char[] some = new char[1 << 12];
    int got = 0;
    while (got >= 0 && start.length() < MOST) {
      start.append(some, 0, got);
      got = text.read(some, 0, Math.min(some.length, MOST - start.length()));
    }
    text.reset();
    if (start.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
      throw notText("it has control characters", null);
    }
    int lastLine = Math.max(start.lastIndexOf("\n"), start.lastIndexOf("\r"));
    return start.substring(0, start.length() == MOST && lastLine > 0 ? lastLine : start.length());
  }

  private TableHead head(String start, Delimiter delimiter) throws InvalidSeriesException {
    List<List<FieldText>> rows = delimiter.rows(start);
    if (rows.isEmpty()) {
      throw new InvalidSeriesException(
          name, start.isEmpty() ? "is empty" : "has no values", "write the file again");
    }
    return TableHead.of(rows, () -> delimiter.rows(start, MOST), layout, name);
  }

  /**
   * @param before lines of {@code text} that were read already
   */
  private double[] values(Reader text, Delimiter delimiter, TableHead head, int before)
      throws InvalidSeriesException {
    CsvReader.CsvReaderBuilder rows =
        CsvReader.builder()
            .fieldSeparator(delimiter.character())
            // Blank lines and odd rows are told from values here, with their line.
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(2 * MOST);
    NumberColumn values = new NumberColumn(name, delimiter != Delimiter.COMMA);
    boolean names = head.named();
    long blank = 0;
    for (TableRow row : rows.build(new TableRow.Builder(head.chosen(), MOST, before), text)) {
      if (row.blank()) {
        blank = blank == 0 ? row.line() : blank;
        continue;
      }
      if (blank > 0) {
        throw new InvalidSeriesException(
            name,
            "line %d is blank, and values follow".formatted(blank),
            "impute or remove missing values first");
      }
      if (row.fields() != head.columns()) {
        throw new InvalidSeriesException(
            name,
            "line %d has %d field%s, the first line %d"
                .formatted(row.line(), row.fields(), row.fields() == 1 ? "" : "s", head.columns()),
            "give all as many");
      }
      if (!names) {
        values.add(row.line(), new FieldText(row.chosen()));
      }
      names = false;
    }
    return values.values();
  }

  private InvalidSeriesException notText(String reason, @Nullable Throwable cause) {
    return new InvalidSeriesException(
        name,
        "is neither .npy nor .npz nor text (%s)".formatted(reason),
        "write it as one of them, text in UTF-8",
        cause);
  }
}
