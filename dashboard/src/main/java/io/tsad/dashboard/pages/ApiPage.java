package io.tsad.dashboard.pages;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.ApiDocument;
import io.tsad.dashboard.web.Role;
import java.util.Map;

/** {@code /api}: {@code openapi.yaml} to read, and the document itself. */
public record ApiPage(ApiDocument document) {
  /** Adds both to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get(
        "/api", ctx -> ctx.render("api", Map.of("operations", document.operations())), Role.VIEWER);
    routes.get(
        "/api/openapi.yaml",
        ctx -> ctx.contentType("application/yaml").result(document.text()),
        Role.VIEWER);
  }
}
