package io.tsad.runtime.series;

import java.util.Locale;

/** Whether the first row of delimited text names the columns. */
public enum Header {
  /** What the rows tell; where they do not, the text is refused. */
  AUTO,
  /** It does. */
  YES,
  /** It holds values. */
  NO;

  /**
   * What a user means by {@code text}.
   *
   * @throws IllegalArgumentException if it is none of {@code auto}, {@code yes} and {@code no}
   */
  public static Header of(String text) {
    for (Header header : values()) {
      if (header.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return header;
      }
    }
    throw new IllegalArgumentException("say yes, no or auto");
  }
}
