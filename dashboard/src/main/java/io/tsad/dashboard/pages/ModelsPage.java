package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.models.Evaluation;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /models}: every model, the active one marked, and the folders that do not serve. */
public record ModelsPage(ModelShelf shelf, Thresholds thresholds) {
  /** One line of the table. */
  public record Row(Model model, boolean active, double threshold) {
    /** What its training left of its validation, or null. */
    public @Nullable Evaluation evaluation() {
      return model.training().evaluation().orElse(null);
    }

    /** The name of its architecture, or a dash. */
    public String architecture() {
      return model.card().provenance().get("architecture") instanceof Map<?, ?> known
          ? String.valueOf(known.get("name"))
          : "–";
    }

    /** Area under the ROC curve on the validation set, or a dash. */
    public String auc() {
      return model
          .training()
          .evaluation()
          .map(
              evaluation ->
                  "%.4f (%.3f – %.3f)"
                      .formatted(
                          evaluation.auc().value(),
                          evaluation.auc().low(),
                          evaluation.auc().high()))
          .orElse("–");
    }
  }

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/models", this::show, Role.VIEWER);
  }

  private void show(Context ctx) throws StoreException {
    Shelf now = shelf.shelf();
    List<Row> rows = new ArrayList<>();
    for (Model model : now.models()) {
      boolean active = now.active().filter(one -> one == model).isPresent();
      rows.add(new Row(model, active, thresholds.of(model)));
    }
    ctx.render("models", Map.of("rows", rows, "problems", now.problems()));
  }
}
