package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.plot.Envelope;
import io.tsad.dashboard.scoring.Explainer;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.relevance.Relevance;
import io.tsad.runtime.series.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code /api/v1/verdicts/{id}/series} and {@code /relevance}: a kept series, to draw. */
public record SeriesEndpoint(
    History history, KeptSeries kept, ModelShelf shelf, Explainer explainer) {
  private static final int POINTS = 1_000;
  private static final int MOST_POINTS = 10_000;

  /** Adds them to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/verdicts/{id}/series", this::series, Role.VIEWER);
    routes.get("/api/v1/verdicts/{id}/relevance", this::relevance, Role.VIEWER);
  }

  private void series(Context ctx) throws Exception {
    double[] values = values(EntryId.find(ctx, history));
    Envelope envelope = envelope(ctx, values);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("samples", values.length);
    fields.put("from", envelope.from());
    fields.put("to", envelope.to());
    fields.put("step", envelope.step());
    fields.put("minimum", envelope.minimum());
    fields.put("maximum", envelope.maximum());
    Json.answer(ctx, fields);
  }

  private void relevance(Context ctx) throws Exception {
    Entry entry = EntryId.find(ctx, history);
    double[] values = values(entry);
    Model model =
        shelf
            .shelf()
            .findVersion(entry.scored().version())
            .orElseThrow(
                () ->
                    new Problem(
                            404,
                            "The model of this verdict serves no longer",
                            "Score the series again")
                        .exception());
    String key = Objects.requireNonNull(entry.scored().kept());
    Optional<Relevance> relevance =
        explainer.explain(model, key, new Series(entry.scored().name(), values));
    double[] samples = new double[values.length];
    relevance.ifPresent(
        found -> {
          for (int i = 0; i < found.length(); i++) {
            samples[i] = found.at(i);
          }
        });
    Envelope envelope = envelope(ctx, samples);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("known", relevance.isPresent());
    fields.put("seen", Math.min(values.length, model.card().length().samples()));
    fields.put("largest", Arrays.stream(samples).max().orElse(0));
    fields.put("from", envelope.from());
    fields.put("to", envelope.to());
    fields.put("step", envelope.step());
    fields.put("relevance", envelope.maximum());
    fields.put("windows", RelevanceJson.windows(relevance));
    Json.answer(ctx, fields);
  }

  private double[] values(Entry entry) throws Exception {
    String key = entry.scored().kept();
    return (key == null ? Optional.<double[]>empty() : kept.find(key))
        .orElseThrow(
            () ->
                new Problem(404, "This series was not kept", "See the setting keep-series")
                    .exception());
  }

  /** Of the part of {@code values} that is asked for. */
  static Envelope envelope(Context ctx, double[] values) throws ProblemException {
    int from = (int) Parameter.of(ctx, "from").number(0, values.length - 1L, 0);
    int to = (int) Parameter.of(ctx, "to").number(from + 1L, values.length, values.length);
    int points = (int) Parameter.of(ctx, "points").number(1, MOST_POINTS, POINTS);
    return Envelope.of(values, from, to, points);
  }
}
