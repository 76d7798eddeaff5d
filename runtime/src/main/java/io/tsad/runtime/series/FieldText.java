package io.tsad.runtime.series;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One field of delimited text, and what it may stand for.
 *
 * @param text without white space around it
 * @param inQuotes whether it stood in quotes
 */
record FieldText(String text, boolean inQuotes) {
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "?");

  private static final Set<String> INFINITE = Set.of("inf", "infinity");

  /** Looks like a number, right or wrong, though it may have a letter. */
  private static final Pattern NUMERIC = Pattern.compile("[-+.,]*[0-9][-+0-9.,_' eE]*");

  /** May be a whole number with a separator of thousands. */
  private static final Pattern GROUPED = Pattern.compile("[-+]?[1-9][0-9]{0,2},[0-9]{3}");

  /** Begins as a day or a time of day does, in whatever order. */
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{1,4}([-/.])[0-9]{1,2}\\1[0-9]{1,4}(?![0-9]).*|[0-9]{1,2}:[0-9]{2}(?![0-9]).*");

  private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}");

  private static final int LONGEST_QUOTED = 40;

  FieldText {
    text = text.strip();
  }

  FieldText(String text) {
    this(text, false);
  }

  boolean isMissing() {
    return MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  boolean isInfinite() {
    String lower = text.toLowerCase(Locale.ROOT);
    return INFINITE.contains(
        lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower);
  }

  /** Whether this can only be the name of a column, not a value, however wrong. */
  boolean isName() {
    return text.codePoints().anyMatch(Character::isLetter)
        && !isMissing()
        && !isInfinite()
        && !NUMERIC.matcher(text).matches();
  }

  /** Whether this is a number with either decimal sign. */
  boolean isValue() {
    return isNumber('.') || isNumber(',');
  }

  /** Whether this is a day, a time of day or both. */
  boolean isTime() {
    return TIME.matcher(text).matches();
  }

  /** Whether this is digits and nothing else, as names of columns may be. */
  boolean isPlain() {
    return PLAIN.matcher(text).matches();
  }

  /** Whether this is a number that is written with decimals, or is no whole one. */
  boolean isFraction() {
    if (isNumber('.')) {
      return text.indexOf('.') >= 0 || Math.abs(Double.parseDouble(text) % 1) > 0;
    }
    return isNumber(',') && !mayBeGrouped();
  }

  /** Whether its decimals end with a zero, which only who writes all numbers alike does. */
  boolean isPadded() {
    int mantissa = Math.max(text.indexOf('e'), text.indexOf('E'));
    String digits = mantissa < 0 ? text : text.substring(0, mantissa);
    return isFraction()
        && digits.endsWith("0")
        && digits.chars().anyMatch(c -> c == '.' || c == ',');
  }

  boolean mayBeGrouped() {
    return GROUPED.matcher(text).matches();
  }

  /**
   * Whether this is a decimal number and no more: sign, digits with {@code point} among or beside
   * them, exponent. Java would also read {@code 1d}, {@code 0x1p3} and {@code NaN}.
   */
  boolean isNumber(char point) {
    int at = sign(0);
    int digits = digits(at);
    int end = at + digits;
    if (end < text.length() && text.charAt(end) == point) {
      int decimals = digits(end + 1);
      digits += decimals;
      end += 1 + decimals;
    }
    if (digits > 0 && end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = sign(end + 1);
      digits = digits(exponent);
      end = exponent + digits;
    }
    return digits > 0 && end == text.length();
  }

  private int sign(int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private int digits(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  /** For a message. */
  String quoted() {
    return "'"
        + (text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "...")
        + "'";
  }
}
