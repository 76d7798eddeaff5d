package io.tsad.dashboard.web;

import io.javalin.http.Context;
import java.util.Objects;

/**
 * Tells a request from others, in the log and in messages.
 *
 * @param text sixteen hexadecimal digits
 */
public record RequestId(String text) {
  private static final String ATTRIBUTE = RequestId.class.getName();

  /** Of the request in {@code ctx}. */
  public static RequestId of(Context ctx) {
    return Objects.requireNonNull(ctx.<RequestId>attribute(ATTRIBUTE), "no request id yet");
  }

  /** Notes that it is this one, and tells the client. */
  public void enter(Context ctx) {
    ctx.attribute(ATTRIBUTE, this);
    ctx.header("X-Request-Id", text);
  }
}
