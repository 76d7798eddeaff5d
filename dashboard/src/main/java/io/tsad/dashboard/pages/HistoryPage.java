package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.EntryId;
import io.tsad.dashboard.history.DayCount;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.Judgement;
import io.tsad.dashboard.history.Mark;
import io.tsad.dashboard.history.Page;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.LocalPath;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /history}: every verdict, to look for and to mark right or wrong. */
public record HistoryPage(
    History history, ModelShelf shelf, InstantSource clock, Visitor standard) {
  private static final int ROWS = 50;
  private static final int DAYS = 30;

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/history", this::show, Role.VIEWER);
    routes.post("/history/{id}/mark", this::mark, Role.OPERATOR);
  }

  private void show(Context ctx) throws Exception {
    ZoneId zone = Visitor.of(ctx, standard).zone();
    HistoryForm form = HistoryForm.of(ctx);
    Page page = history.search(form.search(zone, form.before(), ROWS));
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<DayCount> days = history.days(today.minusDays(DAYS - 1), today, zone);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("form", form);
    model.put("entries", page.entries());
    model.put("days", days);
    model.put("models", shelf.shelf().models().stream().map(Model::name).toList());
    if (page.more()) {
      long last = page.entries().get(page.entries().size() - 1).id();
      String query = form.query();
      model.put("older", "/history?" + (query.isEmpty() ? "" : query + "&") + "before=" + last);
    }
    ctx.render("history", model);
  }

  private void mark(Context ctx) throws Exception {
    Mark mark =
        new Mark(
            EntryId.find(ctx, history).id(),
            clock.instant(),
            Caller.of(ctx).name(),
            judgement(Parameter.ofForm(ctx, "judgement")));
    history.record(mark);
    ctx.redirect(LocalPath.of(ctx.formParam("next")), HttpStatus.SEE_OTHER);
  }

  /** The button of a mark that is there says {@code none}, which takes it back. */
  private static @Nullable Judgement judgement(Parameter given) throws ProblemException {
    if (given.text() == null) {
      throw new Problem(400, "There is no judgement", "Give right, wrong or none").exception();
    }
    return given.text().equals("none") ? null : given.choice(Judgement.class);
  }
}
