package io.tsad.dashboard.server;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.ServingJson;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * {@code /health} and {@code /metrics}, for the machines that watch this one. They tell nothing of
 * series, so that they need no account.
 *
 * @param stopping whether the server is about to stop
 */
record HealthEndpoint(ModelShelf shelf, Metrics metrics, BooleanSupplier stopping) {
  void register(JavalinDefaultRoutingApi routes) {
    routes.get("/health/live", ctx -> Json.answer(ctx, Map.of("live", true)), Role.ANYONE);
    routes.get("/health/ready", this::ready, Role.ANYONE);
    routes.get("/metrics", this::metrics, Role.ANYONE);
  }

  private void ready(Context ctx) {
    Optional<String> reason =
        stopping.getAsBoolean()
            ? Optional.of("the server is about to stop")
            : ServingJson.silence(shelf.shelf());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ready", reason.isEmpty());
    reason.ifPresent(why -> fields.put("reason", why));
    Json.answer(ctx.status(reason.isEmpty() ? 200 : 503), fields);
  }

  private void metrics(Context ctx) {
    metrics.watch(shelf.shelf());
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.text());
  }
}
