package io.tsad.runtime.series;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One field of delimited text, and what it may stand for.
 *
 * @param text without white space around it
 */
record FieldText(String text) {
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "?");

  private static final Set<String> INFINITE = Set.of("inf", "infinity");

  /** Looks like a number, right or wrong, though it may have a letter. */
  private static final Pattern NUMERIC = Pattern.compile("[-+.,]*[0-9][-+0-9.,_' eE]*");

  /** May be a whole number with a separator of thousands. */
  private static final Pattern GROUPED = Pattern.compile("[-+]?[1-9][0-9]{0,2},[0-9]{3}");

  private static final int LONGEST_QUOTED = 40;

  FieldText {
    text = text.strip();
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
