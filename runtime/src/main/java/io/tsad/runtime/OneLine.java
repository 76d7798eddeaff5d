package io.tsad.runtime;

/** Makes text safe to print within a line, whatever the names in it hold. */
public final class OneLine {
  private OneLine() {}

  /** {@code text} with control characters and line ends as {@code \}{@code u000a}. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (isControl(letter)) {
        escaped.append("\\u%04x".formatted((int) letter));
      } else {
        escaped.append(letter);
      }
    }
    return escaped.toString();
  }

  private static boolean isControl(char letter) {
    return Character.isISOControl(letter) || letter == 0x2028 || letter == 0x2029;
  }
}
