package io.tsad.dashboard.pages;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.ChosenModel;
import io.tsad.dashboard.api.FormCursor;
import io.tsad.dashboard.api.OutcomeJson;
import io.tsad.dashboard.config.Settings;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.intake.Intake;
import io.tsad.dashboard.intake.Order;
import io.tsad.dashboard.intake.Outcome;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.models.Shelf;
import io.tsad.dashboard.scoring.Thresholds;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.upload.SeriesUpload;
import io.tsad.dashboard.web.Caller;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Problem;
import io.tsad.dashboard.web.ProblemException;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.Header;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Layout;
import io.tsad.runtime.series.SeriesCursor;
import io.tsad.runtime.series.SeveralColumnsException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /}: scores what somebody uploads, pastes, or takes as an example. The form works as a
 * document; a script sends it file by file, and shows each result as it comes.
 *
 * @param keep whether what is uploaded here is kept
 * @param standard who reads where the browser says nothing
 */
public record ScorePage(
    ModelShelf shelf,
    Thresholds thresholds,
    Intake intake,
    SeriesUpload upload,
    boolean keep,
    Settings.Limits limits,
    Visitor standard,
    RefusalWords words) {
  /** The lines of the results: each a verdict, or why there is none. */
  public record Row(@Nullable Entry entry, String name, String fault) {}

  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/", ctx -> show(ctx, List.of()), Role.VIEWER);
    routes.post("/score", this::score, Role.OPERATOR);
  }

  private void show(Context ctx, List<Row> rows) throws StoreException {
    Shelf now = shelf.shelf();
    Optional<Model> active = now.active();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("models", now.models());
    page.put("active", active.map(Model::name).orElse(""));
    page.put("shelf", now);
    page.put("examples", List.of());
    if (active.isPresent()) {
      page.put("row", ModelRow.of(active.get(), now, thresholds));
      page.put("examples", Examples.of(active.get(), thresholds.of(active.get())));
    }
    page.put("headers", Stream.of(Header.values()).map(ScorePage::choice).toList());
    page.put("limits", limits);
    page.put("outcomes", rows);
    ctx.render("score", page);
  }

  private static String choice(Header header) {
    return header.name().toLowerCase(Locale.ROOT);
  }

  private void score(Context ctx) throws Exception {
    Model model = ChosenModel.of(shelf.shelf(), Parameter.ofForm(ctx, "model"));
    Order order = new Order(model, Origin.PAGE, Caller.of(ctx).name(), keep);
    boolean script =
        Objects.requireNonNullElse(ctx.header("Accept"), "").contains("application/json");
    Locale locale = Visitor.of(ctx, standard).locale();
    List<Map<String, Object>> results = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    try (SeriesCursor cursor = open(ctx, model)) {
      intake.score(
          cursor,
          order,
          outcome -> {
            if (script) {
              results.add(result(outcome, locale));
            } else {
              rows.add(row(outcome, locale));
            }
          });
    }
    if (script) {
      Json.answer(ctx, Map.of("results", results));
    } else {
      show(ctx, rows);
    }
  }

  private Row row(Outcome outcome, Locale locale) {
    if (outcome instanceof Outcome.Scored scored) {
      Entry entry = scored.scored().entry();
      return new Row(entry, entry.scored().name(), "");
    }
    InvalidSeriesException fault = ((Outcome.Refused) outcome).fault();
    return new Row(null, fault.subject(), words.of(fault, locale));
  }

  /** As the API tells it, and what the page needs beside: its own words, columns to choose from. */
  private Map<String, Object> result(Outcome outcome, Locale locale) {
    Map<String, Object> result = new LinkedHashMap<>(OutcomeJson.of(outcome));
    if (outcome instanceof Outcome.Refused refused) {
      result.put("words", words.of(refused.fault(), locale));
      if (refused.fault() instanceof SeveralColumnsException several) {
        result.put("columns", several.choices().stream().map(ScorePage::column).toList());
      }
    }
    return result;
  }

  private static Map<String, Object> column(SeveralColumnsException.Choice choice) {
    return Map.of("number", choice.number(), "first", choice.first(), "numbers", choice.numbers());
  }

  /** Of what was asked the number is meant, whatever columns are called. */
  private static Column column(Context ctx) throws ProblemException {
    long number = Parameter.ofForm(ctx, "columnNumber").number(1, Integer.MAX_VALUE, 0);
    return number > 0
        ? new Column.Numbered((int) number)
        : Parameter.ofForm(ctx, "column").column();
  }

  private SeriesCursor open(Context ctx, Model model) throws Exception {
    String example = Parameter.ofForm(ctx, "example").text();
    if (example != null) {
      return SeriesCursor.of(Examples.find(model, example, thresholds.of(model)));
    }
    Layout layout = new Layout(column(ctx), Parameter.ofForm(ctx, "header").header());
    String values = Parameter.ofForm(ctx, "values").text();
    if (values != null) {
      String lines = String.join("\n", values.split("[\\s,;]+", -1)) + "\n";
      return upload.open(
          new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
          "pasted",
          new Layout(layout.column(), Header.NO));
    }
    // A browser sends a part without a name where nothing was chosen.
    List<UploadedFile> files =
        ctx.uploadedFiles().stream()
            .filter(file -> !file.filename().isEmpty() || file.size() > 0)
            .toList();
    if (files.isEmpty()) {
      throw new Problem(400, "Nothing was chosen", "Choose files, or paste values").exception();
    }
    intake.refuseMoreThanAllowed(files.size());
    String path = Parameter.ofForm(ctx, "path").text();
    return path != null && files.size() == 1
        ? upload.openAt(files.get(0).content(), path, layout)
        : new FormCursor(files.iterator(), upload, layout);
  }
}
