package io.tsad.dashboard.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.Judgement;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.Role;
import io.tsad.runtime.series.DatasetLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code /corrections.zip}: series whose verdicts were marked, as a folder to train with: {@code
 * train/anomaly} and {@code train/normal}, by what they really are, and a list of all that was
 * marked. With {@code right=1} also those whose verdict was right. A series that was marked more
 * than once is what the last mark says.
 */
public record Corrections(History history, KeptSeries kept) {
  /** Adds it to {@code routes}. */
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/corrections.zip", this::export, Role.VIEWER);
  }

  private void export(Context ctx) throws Exception {
    Parameter.only(ctx, List.of("right"));
    List<Entry> marked = history.marked(!Parameter.of(ctx, "right").isTrue());
    Map<String, Entry> last = new LinkedHashMap<>();
    for (Entry entry : marked) {
      if (entry.scored().kept() != null) {
        last.put(entry.scored().kept(), entry);
      }
    }
    ctx.contentType("application/zip")
        .header("Content-Disposition", "attachment; filename=\"corrections.zip\"");
    try (ZipOutputStream zip = new ZipOutputStream(ctx.outputStream(), StandardCharsets.UTF_8)) {
      List<List<String>> lines = new ArrayList<>();
      lines.add(List.of("id", "name", "verdict", "judgement", "class", "file"));
      for (Entry entry : marked) {
        Optional<Path> file = Optional.empty();
        if (entry.equals(last.get(entry.scored().kept()))) {
          file = kept.file(entry.scored().kept());
        }
        lines.add(line(entry, file.isPresent() ? path(entry) : ""));
        if (file.isPresent()) {
          zip.putNextEntry(new ZipEntry(path(entry)));
          Files.copy(file.get(), zip);
        }
      }
      zip.putNextEntry(new ZipEntry("corrections.csv"));
      zip.write(csv(lines).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Judgement judgement(Entry entry) {
    return Objects.requireNonNull(entry.judgement(), "not marked");
  }

  private static String truth(Entry entry) {
    return judgement(entry).truth(entry.scored().verdict()).toString();
  }

  /** By its number: no name that a client gave becomes a path. */
  private static String path(Entry entry) {
    return DatasetLayout.series(
        DatasetLayout.TRAIN, truth(entry), "verdict-%06d".formatted(entry.id()));
  }

  private static List<String> line(Entry entry, String path) {
    return List.of(
        Long.toString(entry.id()),
        entry.scored().name(),
        entry.scored().verdict().toString(),
        judgement(entry).toString(),
        truth(entry),
        path);
  }

  private static String csv(List<List<String>> lines) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      lines.forEach(csv::writeRecord);
    }
    return text.toString();
  }
}
