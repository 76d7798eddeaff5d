package io.tsad.dashboard.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.api.VerdictJson;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.Page;
import io.tsad.dashboard.history.Search;
import io.tsad.dashboard.store.StoreException;
import io.tsad.dashboard.web.Json;
import io.tsad.dashboard.web.Role;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code /history.csv} and {@code /history.jsonl}: all that a search of the history finds, a line
 * each, written page by page.
 */
public record HistoryExport(History history, Visitor standard) {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "time",
          "name",
          "verdict",
          "probability",
          "threshold",
          "flags",
          "model",
          "version",
          "samples",
          "origin",
          "operator",
          "judgement");

  /** Adds them to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/history.csv", this::csv, Role.VIEWER);
    routes.get("/history.jsonl", this::jsonLines, Role.VIEWER);
  }

  private interface Line {
    void write(Map<String, Object> fields) throws IOException;
  }

  private void csv(Context ctx) throws Exception {
    HistoryForm form = HistoryForm.of(ctx); // before anything is answered
    try (CsvWriter csv = CsvWriter.builder().build(open(ctx, "text/csv", "verdicts.csv"))) {
      csv.writeRecord(FIELDS);
      all(
          ctx,
          form,
          fields -> csv.writeRecord(FIELDS.stream().map(name -> text(fields.get(name))).toList()));
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof List<?> list
        ? String.join(" ", list.stream().map(String::valueOf).toList())
        : Objects.toString(value, "");
  }

  private void jsonLines(Context ctx) throws Exception {
    HistoryForm form = HistoryForm.of(ctx);
    try (Writer out = open(ctx, "application/jsonl", "verdicts.jsonl")) {
      all(
          ctx,
          form,
          fields -> {
            out.write(Json.text(fields));
            out.write('\n');
          });
    }
  }

  private static Writer open(Context ctx, String type, String name) {
    ctx.contentType(type + "; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return new BufferedWriter(new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8));
  }

  private void all(Context ctx, HistoryForm form, Line line) throws Exception {
    ZoneId zone = Visitor.of(ctx, standard).zone();
    long before = form.before();
    while (true) {
      Page page = page(form, zone, before);
      for (Entry entry : page.entries()) {
        line.write(VerdictJson.of(entry));
        before = entry.id();
      }
      if (!page.more()) {
        return;
      }
    }
  }

  private Page page(HistoryForm form, ZoneId zone, long before) throws StoreException {
    return history.search(form.search(zone, before, Search.MOST));
  }
}
