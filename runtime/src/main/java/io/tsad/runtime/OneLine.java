package io.tsad.runtime;

import java.util.regex.Pattern;

/** Makes text safe to print within a line, whatever the names in it hold. */
public final class OneLine {
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\u2028\\u2029]");

  private OneLine() {}

  /** {@code text} with control characters and line ends as {@code \}{@code u000a}. */
  public static String of(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }
}
