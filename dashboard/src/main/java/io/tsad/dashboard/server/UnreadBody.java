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

  /** Reads it, within the limits of bodies; where that can't be, the client is told. */
  static void drain(Context ctx) {
    if (!isRead(ctx)) {
      ctx.header("Connection", "close"); // or its next request would meet a closed one
    }
  }

  private static boolean isRead(Context ctx) {
    if (ctx.header("Expect") != null) {
      return false; // the client sends nothing until it is told to, and reading would tell it
    }
    try {
      ctx.req().getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (IOException | RuntimeException e) {
      return false; // past a limit, cut off, or a form that cannot be one
    }
  }
}
