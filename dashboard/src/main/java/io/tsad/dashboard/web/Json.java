package io.tsad.dashboard.web;

import com.fasterxml.jackson.jr.ob.JSON;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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

  /**
   * Answers {@code text} in UTF-8. As bytes: what a container takes for a type's charset is ISO
   * 8859-1 where it does not know the type.
   */
  public static void answer(Context ctx, String type, String text) {
    ctx.contentType(type).result(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers {@code value}. */
  public static void answer(Context ctx, Object value) {
    answer(ctx, "application/json", text(value));
  }
}
