package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.EntryId;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.plot.Sketch;
import io.tsad.dashboard.scoring.Explainer;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Flag;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.relevance.Relevance;
import io.tsad.runtime.series.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /history/{id}}: one series, its verdict, and where the evidence lies. */
public record SeriesPage(
    History history,
    KeptSeries kept,
    ModelShelf shelf,
    Thresholds thresholds,
    Explainer explainer) {
  private static final int WINDOWS = 3;

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/history/{id}", this::show, Role.VIEWER);
  }

  private void show(Context ctx) throws Exception {
    Entry entry = EntryId.find(ctx, history);
    Optional<Model> model = shelf.shelf().findVersion(entry.scored().version());
    String key = entry.scored().kept();
    Optional<double[]> values = key == null ? Optional.empty() : kept.find(key);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("entry", entry);
    page.put("scored", entry.scored());
    page.put("served", model.isPresent());
    page.put("probability", Percent.of(entry.scored().probability()));
    page.put("marks", history.marks(entry.id()));
    page.put("kept", values.isPresent());
    page.put("windows", List.of());
    page.put("evidence", Evidence.UNKNOWN);
    page.put("cut", false);
    page.put("padded", entry.scored().flags().contains(Flag.PADDED));
    page.put("measures", List.of());
    page.put("differences", List.of());
    if (model.isPresent()) {
      page.put("threshold", thresholds.of(model.get()));
    }
    if (values.isPresent()) {
      page.put("figures", Figures.of(values.get()));
      page.put("scale", Figures.of(values.get()));
      page.put("sketch", Sketch.of(values.get()));
    }
    if (model.isPresent() && values.isPresent()) {
      addComparison(model.get(), new Series(entry.scored().name(), values.get()), page);
      addEvidence(model.get(), String.valueOf(key), entry, values.get(), page);
    }
    ctx.render("series", page);
  }

  private static void addComparison(Model model, Series series, Map<String, Object> page) {
    page.put("measures", Measure.of(model.card(), series.values()));
    model
        .lease()
        .ifPresent(
            lease -> {
              try (lease) {
                page.put("differences", lease.detector().differences(series));
              }
            });
  }

  private void addEvidence(
      Model model, String key, Entry entry, double[] values, Map<String, Object> page)
      throws TsadException {
    Optional<Relevance> relevance;
    try {
      relevance = explainer.explain(model, key, new Series(entry.scored().name(), values));
    } catch (InvalidModelException e) {
      page.put("evidence", Evidence.REPLACED);
      return;
    }
    // What the model saw is what it scaled, and what relevance tells of.
    Figures seen =
        Figures.of(Arrays.copyOf(values, Math.min(values.length, model.card().length().samples())));
    page.put("scale", seen);
    page.put("cut", seen.samples() < values.length);
    page.put(
        "evidence",
        Evidence.of(relevance, entry.scored().verdict(), seen.minimum() == seen.maximum()));
    page.put("windows", relevance.map(known -> known.windows(WINDOWS)).orElse(List.of()));
  }
}
