package io.tsad.dashboard.web;

import io.javalin.http.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of the account, or null where there is none
 * @param csrf the token that forms of this browser carry, as field {@code csrf} or header {@code
 *     X-CSRF-Token}; empty for programs
 */
public record Caller(@Nullable String name, Role role, String csrf) {
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
