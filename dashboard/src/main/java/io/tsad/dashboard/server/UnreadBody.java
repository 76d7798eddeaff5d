package io.tsad.dashboard.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What is left of a body when its answer is known. A connection that is closed over bytes that
 * nobody read is reset, and its client may lose the answer that was on its way.
 */
final class UnreadBody {
  private UnreadBody() {}

  /** Reads it, within the limits of bodies. */
  static void drain(Context ctx) {
    if (ctx.header("Expect") != null) {
      return; // the client sends nothing until it is told to, and reading would tell it
    }
    try {
      ctx.req().getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException e) {
      // Past a limit, cut off, or read by other means: it is the answer that counts.
    }
  }
}
