package io.tsad.dashboard.upload;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    String name = seen(FOLDERS.matcher(given).replaceFirst(""));
    if (name.codePointCount(0, name.length()) > MOST) {
      name = name.substring(0, name.offsetByCodePoints(0, MOST - 1)) + "…";
    }
    return name.isEmpty() ? "series" : name;
  }

  /**
   * The same of a path within a folder that somebody chose, its folders kept: they tell files of
   * one name apart. Of a long one the end is left.
   */
  public static String ofPath(String given) {
    String path =
        Stream.of(given.split("[/\\\\]", -1))
            .map(DisplayName::seen)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    int excess = path.codePointCount(0, path.length()) - MOST;
    if (excess > 0) {
      path = "…" + path.substring(path.offsetByCodePoints(0, excess + 1));
    }
    return path.isEmpty() ? "series" : path;
  }

  /** What is to be seen of one part of a path; nothing of those that only lead somewhere. */
  private static String seen(String part) {
    String seen = UNSEEN.matcher(part).replaceAll(" ").strip();
    return seen.chars().allMatch(c -> c == '.') ? "" : seen;
  }
}
