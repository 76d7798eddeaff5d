package io.tsad.dashboard.pages;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.problems.Troubles;
import io.tsad.dashboard.web.Role;
import java.util.Map;

/** {@code /problems}: what to mend. */
public record ProblemsPage(Troubles troubles) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get(
        "/problems",
        ctx -> ctx.render("problems", Map.of("troubles", troubles.all())),
        Role.VIEWER);
  }
}
