package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.RequestId;
import java.util.Map;

/** A {@link Problem} as a page. */
public final class ErrorPage {
  private ErrorPage() {}

  /** Answers it to a person. */
  public static void answer(Problem problem, Context ctx) {
    ctx.status(problem.status())
        .render("error", Map.of("problem", problem, "request", RequestId.of(ctx).text()));
  }
}
