package io.tsad.dashboard.upload;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the dashboard calls a series whose client gave it a name: for eyes only, never a path. */
public final class DisplayName {
  private static final int MOST = 120;

  /** Controls, marks that change the direction of writing, halves of characters. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+");

  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

  private DisplayName() {}

  /**
   * What is left of {@code given}: the last part of a path, on one line, of at most {@value #MOST}
   * characters, none of them invisible; {@code series} if that is nothing.
   */
  public static String of(@Nullable String given) {
    if (given == null) {
      return "series";
    }
    String name = FOLDERS.matcher(given).replaceFirst("");
    name = UNSEEN.matcher(name).replaceAll(" ").strip();
    if (name.codePointCount(0, name.length()) > MOST) {
      name = name.substring(0, name.offsetByCodePoints(0, MOST - 1)) + "…";
    }
    return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? "series" : name;
  }
}
