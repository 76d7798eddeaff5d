package io.tsad.dashboard.server;

import java.util.Map;

/** The headers of every answer that keep browsers from doing what pages do not need. */
final class SecurityHeaders {
  /** Scripts and styles only from files of ours, none inline; nothing from elsewhere. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          // What may be kept says so itself.
          "Cache-Control", "no-store");

  private SecurityHeaders() {}
}
