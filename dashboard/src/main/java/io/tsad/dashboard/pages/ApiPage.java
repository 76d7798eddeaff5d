package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.ApiDocument;
import io.tsad.dashboard.api.Curl;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api}: {@code openapi.yaml} to read and to try, and the document itself. */
public record ApiPage(ApiDocument document) {
  /** Adds both to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/api", this::show, Role.VIEWER);
    routes.get(
        "/api/openapi.yaml",
        ctx -> Json.answer(ctx, "application/yaml", document.text()),
        Role.VIEWER);
  }

  private void show(Context ctx) {
    String server = ctx.scheme() + "://" + ctx.header("Host");
    boolean token = Caller.of(ctx).name() != null;
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (ApiDocument.Operation operation : document.operations()) {
      commands.put(operation.id(), Curl.of(operation, server, token));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("operations", document.operations());
    page.put("description", document.description().lines().toList());
    page.put("prose", new Prose());
    page.put("commands", commands);
    ctx.render("api", page);
  }
}
