package io.tsad.dashboard.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a browser sends because another site's page told it to. Where no account is needed,
 * any page a person visits could otherwise use this server: by a form of its own, or by a name of
 * its own that it lets point to this machine.
 *
 * @param loopback whether the server is reached under a name of this machine only
 */
record SameSite(boolean loopback) {
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  void check(Context ctx) throws ProblemException {
    if (ctx.header("X-HTTP-Method-Override") != null) {
      throw new Problem(400, "A method cannot be overridden", "Use the method itself").exception();
    }
    String host = ctx.header("Host");
    if (loopback && (host == null || !LOOPBACK.contains(name(host)))) {
      throw new Problem(
              421,
              "This server answers on its own machine only",
              "Ask it as localhost, or let it listen on another address")
          .exception();
    }
    if (!READING.contains(ctx.method()) && isElsewhere(ctx, host)) {
      throw new Problem(403, "Another site's page sent this", "Use this server's own pages")
          .exception();
    }
  }

  private static boolean isElsewhere(Context ctx, @Nullable String host) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = ctx.header("Origin");
    if (origin == null) {
      return false; // no browser
    }
    try {
      return !String.valueOf(URI.create(origin).getAuthority()).equals(host);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
