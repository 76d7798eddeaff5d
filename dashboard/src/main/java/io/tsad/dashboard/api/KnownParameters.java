package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses parameters of the API that its document does not name.
 *
 * @param known names of the query's parameters, by method and path
 */
public record KnownParameters(Map<String, List<String>> known) {
  /** Those of {@code document}. */
  public static KnownParameters of(ApiDocument document) {
    Map<String, List<String>> known = new HashMap<>();
    for (ApiDocument.Operation operation : document.operations()) {
      known.put(
          operation.method() + " " + operation.path(),
          operation.parameters().stream()
              .filter(parameter -> parameter.place().equals("query"))
              .map(ApiDocument.Parameter::name)
              .toList());
    }
    return new KnownParameters(Map.copyOf(known));
  }

  /** Adds the check to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.beforeMatched("/api/v1/*", this::check);
  }

  private void check(Context ctx) throws ProblemException {
    Endpoint asked = ctx.endpoints().matchedHttpEndpoint();
    List<String> names = asked == null ? null : known.get(asked.method.name() + " " + asked.path);
    if (names != null) {
      Parameter.only(ctx, names);
    }
  }
}
