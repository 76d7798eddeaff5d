package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.ChosenModel;
import io.tsad.dashboard.history.Disagreement;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.intake.Intake;
import io.tsad.dashboard.intake.Order;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.LocalPath;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Query;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code /compare}: models side by side, and the series of the history on which two of them
 * disagree.
 */
public record ComparePage(
    ModelShelf shelf, Thresholds thresholds, History history, KeptSeries kept, Intake intake) {
  private static final int DISAGREEMENTS = 100;

  /** Series scored at one click. */
  private static final int AT_ONCE = 200;

  /** Two models, and what both judged. */
  public record Couple(Model first, Model second, int judged, List<Disagreement> disagreements) {}

  /** A model that has not judged all kept series. */
  public record Behind(Model model, int series) {}

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/compare", this::show, Role.VIEWER);
    routes.post("/compare/score", this::score, Role.OPERATOR);
  }

  private void show(Context ctx) throws Exception {
    List<Model> models = models(ctx);
    List<ModelRow> rows = new ArrayList<>();
    List<Behind> behind = new ArrayList<>();
    Set<Object> data = new LinkedHashSet<>();
    for (Model model : models) {
      rows.add(ModelRow.of(model, shelf.shelf(), thresholds));
      int missing = history.notJudgedBy(model.version(), AT_ONCE).size();
      if (missing > 0) {
        behind.add(new Behind(model, missing));
      }
      model.training().evaluation().ifPresent(one -> data.add(Set.copyOf(labelled(one))));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("rows", rows);
    page.put("doubtful", rows.stream().filter(ModelRow::isDoubtful).toList());
    page.put("couples", couples(models));
    page.put("behind", behind);
    page.put("differentData", data.size() > 1);
    ctx.render("compare", page);
  }

  private static List<String> labelled(Evaluation evaluation) {
    return evaluation.scored().stream()
        .map(one -> evaluation.classes().get(one.label()) + "/" + one.name())
        .toList();
  }

  private List<Couple> couples(List<Model> models) throws StoreException {
    List<Couple> couples = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      for (int j = i + 1; j < models.size(); j++) {
        Model first = models.get(i);
        Model second = models.get(j);
        couples.add(
            new Couple(
                first,
                second,
                history.judgedByBoth(first.version(), second.version()),
                history.disagreements(first.version(), second.version(), DISAGREEMENTS)));
      }
    }
    return couples;
  }

  private List<Model> models(Context ctx) throws ProblemException {
    List<Model> models = new ArrayList<>();
    for (String name : new LinkedHashSet<>(Query.of(ctx).all("model"))) {
      models.add(ChosenModel.named(shelf.shelf(), name));
    }
    return models;
  }

  /** Lets a model judge kept series that it has not judged. */
  private void score(Context ctx) throws Exception {
    Model model = ChosenModel.of(shelf.shelf(), Parameter.ofForm(ctx, "model"));
    List<Entry> entries = history.notJudgedBy(model.version(), AT_ONCE);
    Order order = new Order(model, Origin.PAGE, Caller.of(ctx).name(), true);
    try (KeptCursor cursor = new KeptCursor(entries.iterator(), kept)) {
      intake.score(cursor, order, outcome -> {});
    }
    ctx.redirect(LocalPath.of(ctx.formParam("next")), HttpStatus.SEE_OTHER);
  }
}
