package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.ChosenModel;
import io.tsad.dashboard.api.ExplorerQuery;
import io.tsad.dashboard.api.ThresholdEndpoint;
import io.tsad.dashboard.curves.ValidationScores;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.evaluation.Evaluation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /models/{name}}: how good a model is, and at which threshold to run it. */
public record ModelPage(ModelShelf shelf, Thresholds thresholds, History history) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/models/{name}", this::show, Role.VIEWER);
    routes.post("/models/{name}/threshold", this::save, Role.OPERATOR);
  }

  private void show(Context ctx) throws Exception {
    Parameter.only(ctx, ExplorerQuery.NAMES);
    Model model = model(ctx);
    double inForce = thresholds.of(model);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("model", model);
    page.put("card", model.card());
    page.put("row", ModelRow.of(model, shelf.shelf(), thresholds));
    page.put("threshold", inForce);
    page.put("changes", history.thresholdChanges(model.version()));
    page.put("epochs", model.training().epochs());
    page.put("warnings", model.warnings());
    page.put("facts", CardFacts.of(model.card()));
    if (model.training().evaluation().isPresent()) {
      Evaluation evaluation = model.training().evaluation().get();
      ValidationScores scores = ValidationScores.of(evaluation);
      ExplorerQuery query = ExplorerQuery.of(ctx);
      page.put("headline", evaluation.headline());
      page.put("query", query);
      page.put("point", query.point(scores, inForce));
      page.put("calibration", evaluation.reliability().expectedCalibrationError());
    }
    ctx.render("model", page);
  }

  private void save(Context ctx) throws Exception {
    Model model = model(ctx);
    double value = ThresholdEndpoint.value(Parameter.ofForm(ctx, "value"));
    thresholds.change(model, value, Caller.of(ctx).name());
    String name = URLEncoder.encode(model.name(), StandardCharsets.UTF_8).replace("+", "%20");
    ctx.redirect("/models/" + name, HttpStatus.SEE_OTHER);
  }

  private Model model(Context ctx) throws ProblemException {
    return ChosenModel.named(shelf.shelf(), ctx.pathParam("name"));
  }
}
