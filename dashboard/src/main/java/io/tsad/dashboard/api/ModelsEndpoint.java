package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/models}. */
public record ModelsEndpoint(ModelShelf shelf, Thresholds thresholds) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/models", this::list, Role.VIEWER);
    routes.get("/api/v1/models/{name}", this::details, Role.VIEWER);
    routes.get("/api/v1/models/{name}/evaluation", this::evaluation, Role.VIEWER);
  }

  private void list(Context ctx) throws StoreException {
    Shelf now = shelf.shelf();
    List<Map<String, Object>> models = new ArrayList<>();
    for (Model model : now.models()) {
      models.add(ModelJson.summary(model, now.isActive(model), thresholds.of(model)));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("models", models);
    answer.put("problems", now.problems().stream().map(ModelJson::problem).toList());
    Json.answer(ctx, answer);
  }

  private void details(Context ctx) throws Exception {
    Shelf now = shelf.shelf();
    Model model = model(ctx, now);
    Json.answer(ctx, ModelJson.details(model, now.isActive(model), thresholds.of(model)));
  }

  private void evaluation(Context ctx) throws ProblemException, StoreException {
    Model model = model(ctx, shelf.shelf());
    Json.answer(ctx, ModelJson.evaluation(evaluation(model), thresholds.of(model)));
  }

  /** The evaluation that a model must have for this. */
  static Evaluation evaluation(Model model) throws ProblemException {
    return model
        .training()
        .evaluation()
        .orElseThrow(
            () ->
                new Problem(
                        404,
                        "This model has no evaluation",
                        "Put the evaluation.json of its training into its folder")
                    .exception());
  }

  private static Model model(Context ctx, Shelf now) throws ProblemException {
    return ChosenModel.named(now, ctx.pathParam("name"));
  }
}
