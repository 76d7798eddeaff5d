package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.ThresholdChange;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /api/v1/models/{name}/threshold}: the one in force, and who moved it when. */
public record ThresholdEndpoint(ModelShelf shelf, Thresholds thresholds, History history) {
  private static final String PATH = "/api/v1/models/{name}/threshold";

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get(PATH, ctx -> answer(ctx, model(ctx)), Role.VIEWER);
    routes.put(PATH, this::put, Role.OPERATOR);
  }

  private void put(Context ctx) throws ProblemException, StoreException {
    Model model = model(ctx);
    thresholds.change(model, value(Parameter.of(ctx, "value")), Caller.of(ctx).name());
    answer(ctx, model);
  }

  /** A threshold that has to be there. */
  public static double value(Parameter parameter) throws ProblemException {
    Double value = parameter.decimal(0, 1);
    if (value == null) {
      throw new Problem(400, "There is no threshold", "Give a value from 0 to 1").exception();
    }
    return value;
  }

  private Model model(Context ctx) throws ProblemException {
    return ChosenModel.named(shelf.shelf(), ctx.pathParam("name"));
  }

  private void answer(Context ctx, Model model) throws StoreException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("threshold", thresholds.of(model));
    fields.put("card", model.card().threshold().value());
    fields.put(
        "changes",
        history.thresholdChanges(model.version()).stream().map(ThresholdEndpoint::fields).toList());
    Json.answer(ctx, fields);
  }

  private static Map<String, Object> fields(ThresholdChange change) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", change.time().toString());
    fields.put("operator", change.operator());
    fields.put("previous", change.previous());
    fields.put("value", change.value());
    return fields;
  }
}
