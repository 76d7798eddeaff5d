package io.tsad.dashboard.access;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookie that tells a browser from others, logged in or not. Scripts do not see it, and no
 * other site's page makes the browser send it.
 *
 * @param secure whether it is for HTTPS only
 */
record SessionCookie(boolean secure) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{32}");

  private String name() {
    // A browser takes it under this name only from this host, over HTTPS.
    return secure ? "__Host-tsad" : "tsad";
  }

  /** The id in {@code ctx}, if there is one. */
  Optional<String> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name())).filter(id -> ID.matcher(id).matches());
  }

  void write(Context ctx, String id) {
    ctx.addHeader(
        "Set-Cookie",
        name() + "=" + id + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : ""));
  }
}
