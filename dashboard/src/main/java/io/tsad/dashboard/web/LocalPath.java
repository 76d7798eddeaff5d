package io.tsad.dashboard.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a form asks to be sent on to: on this server only. */
public final class LocalPath {
  /** A browser takes {@code //host} and a backslash for another site. */
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

  private LocalPath() {}

  /** {@code given} if it is a path of this server, else the start page. */
  public static String of(@Nullable String given) {
    return given != null && OURS.matcher(given).matches() ? given : "/";
  }
}
