package io.tsad.dashboard.web;

import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of the account, or null where there is none
 */
public record Caller(@Nullable String name, Role role) {
  private static final String ATTRIBUTE = Caller.class.getName();

  /** The one who asks in {@code ctx}. */
  public static Caller of(Context ctx) {
    return Objects.requireNonNull(ctx.<Caller>attribute(ATTRIBUTE), "no caller yet");
  }

  /** Notes that it is this one. */
  public void enter(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
  }
}
