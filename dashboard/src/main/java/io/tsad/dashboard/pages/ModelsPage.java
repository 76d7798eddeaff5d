package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.ServingEndpoint;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Serving;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /models}: every model, the one that serves marked and to be changed, and the folders that
 * do not serve.
 */
public record ModelsPage(ModelShelf shelf, Thresholds thresholds, Serving serving) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/models", this::show, Role.VIEWER);
    routes.post("/models/serving", this::choose, Role.OPERATOR);
  }

  private void show(Context ctx) throws StoreException {
    Shelf now = shelf.shelf();
    List<ModelRow> rows = new ArrayList<>();
    for (Model model : now.models()) {
      rows.add(ModelRow.of(model, now, thresholds));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("rows", rows);
    page.put("doubtful", rows.stream().filter(ModelRow::isDoubtful).toList());
    page.put("problems", now.problems());
    page.put("shelf", now);
    page.put("changes", serving.changes());
    ctx.render("models", page);
  }

  private void choose(Context ctx) throws Exception {
    ServingEndpoint.choose(shelf, Parameter.ofForm(ctx, "model"), Caller.of(ctx).name());
    ctx.redirect("/models", HttpStatus.SEE_OTHER);
  }
}
