package io.tsad.dashboard.server;

import io.javalin.http.Context;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.RequestId;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a JSON object a line for each request. Queries are left out: they may hold what is no
 * business of a log.
 */
record AccessLog(PrintWriter out, InstantSource clock) {
  void write(Context ctx, float millis) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", clock.instant().toString());
    fields.put("request", RequestId.of(ctx).text());
    fields.put("client", ctx.ip());
    fields.put("operator", Caller.of(ctx).name());
    fields.put("method", ctx.method().name());
    fields.put("path", ctx.path());
    fields.put("status", ctx.statusCode());
    fields.put("millis", Math.round(millis * 10) / 10.0);
    out.println(Json.text(fields));
  }
}
