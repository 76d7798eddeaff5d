package io.tsad.runtime.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why text is not delimited as it should be: the parser's words are made for programmers. */
final class MalformedText {
  private static final Pattern LINE = Pattern.compile("(?:at|in) line (\\d+)");

  private MalformedText() {}

  /**
   * @param before lines that came before the first the parser saw
   */
  static String of(CsvParseException fault, int before) {
    String said = String.valueOf(fault.getMessage());
    if (said.startsWith("more than")) {
      return said; // tsad's own
    }
    Matcher line = LINE.matcher(said);
    String where =
        line.find() ? " in the row at line " + (before + Long.parseLong(line.group(1))) : "";
    if (said.startsWith("Unclosed quoted field")) {
      return "a quote is not closed" + where;
    } else if (said.startsWith("Unexpected character after closing quote")) {
      return "something follows a closing quote" + where;
    } else if (said.contains("size of")) {
      return "a field is too long" + where;
    }
    return "it cannot be split" + where;
  }
}
