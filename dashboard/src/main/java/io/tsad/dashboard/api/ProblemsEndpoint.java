package io.tsad.dashboard.api;

import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.problems.Trouble;
import io.tsad.dashboard.problems.Troubles;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /api/v1/problems}. */
public record ProblemsEndpoint(Troubles troubles) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get(
        "/api/v1/problems",
        ctx ->
            Json.answer(
                ctx,
                Map.of(
                    "problems",
                    troubles.all().entrySet().stream()
                        .map(entry -> fields(entry.getKey(), entry.getValue()))
                        .toList())),
        Role.VIEWER);
  }

  private static Map<String, Object> fields(Trouble trouble, Instant since) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", trouble.kind().toString());
    fields.put("severity", trouble.kind().severity().toString());
    fields.put("subject", trouble.subject());
    fields.put("detail", trouble.detail());
    fields.put("since", since.toString());
    return fields;
  }
}
