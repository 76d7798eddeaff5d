package io.tsad.dashboard.web;

import com.fasterxml.jackson.jr.ob.JSON;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers in JSON: maps, lists, texts, numbers, booleans. */
public final class Json {
  private Json() {}

  /** {@code value} as text. */
  public static String text(Object value) {
    try {
      return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers {@code value}. */
  public static void answer(Context ctx, Object value) {
    ctx.contentType("application/json").result(text(value));
  }
}
