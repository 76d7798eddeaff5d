package io.tsad.dashboard.server;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.intake.TooManySeriesException;
import io.tsad.dashboard.pages.ErrorPage;
import io.tsad.dashboard.scoring.OverloadedException;
import io.tsad.dashboard.web.BodyException;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.RequestId;
import io.tsad.runtime.TsadException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every fault as a {@link Problem}: to programs as JSON, to people as a page. */
final class ErrorAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private ErrorAnswers() {}

  static void register(JavalinDefaultRoutingApi routes) {
    routes.exception(ProblemException.class, (e, ctx) -> answer(e.problem(), ctx));
    routes.exception(OverloadedException.class, (e, ctx) -> answer(overloaded(e, ctx), ctx));
    routes.exception(
        TooManySeriesException.class,
        (e, ctx) ->
            answer(
                new Problem(413, String.valueOf(e.getMessage()), "Send them in several requests"),
                ctx));
    routes.exception(TsadException.class, (e, ctx) -> answer(of(e, ctx), ctx));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(of(e, ctx), ctx));
    routes.exception(Exception.class, (e, ctx) -> answer(of(e, ctx), ctx));
  }

  static void answer(Problem problem, Context ctx) {
    if (isPerson(ctx)) {
      ErrorPage.answer(problem, ctx);
    } else {
      problem.answer(ctx);
    }
  }

  /** Whether somebody looks at the answer, rather than something. */
  static boolean isPerson(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("text/html") && !ctx.path().startsWith("/api/");
  }

  private static Problem overloaded(OverloadedException e, Context ctx) {
    ctx.header("Retry-After", "1");
    return new Problem(429, String.valueOf(e.getMessage()), "Send it again in a second");
  }

  /** A fault in what was sent is the client's; all others are for who runs the server. */
  private static Problem of(TsadException fault, Context ctx) {
    Problem body = limit(fault, ctx);
    if (body != null) {
      return body;
    }
    return Problem.of(fault.kind() == TsadException.Kind.INPUT ? 422 : 503, fault);
  }

  private static Problem of(HttpResponseException e, Context ctx) {
    String allowed = e.getDetails().get("availableMethods");
    if (allowed != null) {
      ctx.header("Allow", allowed);
    }
    return switch (e.getStatus()) {
      case 404 -> new Problem(404, "There is nothing here", null);
      case 405 -> new Problem(405, "This cannot be done here", "Allowed is: " + allowed);
      default -> new Problem(e.getStatus(), "The request cannot be answered", null);
    };
  }

  private static Problem of(Exception e, Context ctx) {
    Problem body = limit(e, ctx);
    if (body != null) {
      return body;
    }
    LOG.error("Request {} failed", RequestId.of(ctx).text(), e);
    return new Problem(
        500, "Something went wrong here", "Tell who runs this server the number of the request");
  }

  /** What the server said of the body while it was read, which is the last of its connection. */
  private static @Nullable Problem limit(Throwable fault, Context ctx) {
    Problem found = limit(fault);
    if (found != null) {
      ctx.header("Connection", "close"); // the server does not say that of every body it gives up
    }
    return found;
  }

  private static @Nullable Problem limit(Throwable fault) {
    Problem found = null;
    for (Throwable e = fault; e != null; e = e.getCause()) {
      if (e instanceof BodyException body) {
        found = body.problem();
      } else if (e instanceof UnsupportedCharsetException
          || e instanceof IllegalCharsetNameException) {
        found =
            new Problem(
                415, "The charset of Content-Type is none that is known here", "Send UTF-8");
      } else if (e instanceof HttpException http) {
        // The innermost knows best.
        String reason = String.valueOf(http.getReason());
        found =
            http.getCode() == 400
                ? new Problem(
                    400,
                    "The body is not what its Content-Type says",
                    "See /api for how to send it")
                : new Problem(http.getCode(), reason, null);
      } else if (String.valueOf(e.getMessage()).startsWith("Form with too many")) {
        // Jetty has no status for it.
        found = new Problem(413, "The form has too many parts", "Send them in several requests");
      }
    }
    return found;
  }
}
