package io.tsad.dataset.importers.ucr;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes a set of the archive as a data folder: TRAIN to {@code train}, TEST to {@code val}, one
 * float64 {@code .npy} file a row, named by the row's number in its file; and {@code source.json},
 * which says what it was made from.
 */
public final class UcrImport {
  private final UcrSet set;
  private final UcrLabels labels;

  public UcrImport(UcrSet set, UcrLabels labels) {
    this.set = set;
    this.labels = labels;
  }

  /**
   * Writes everything; the caller commits.
   *
   * @return samples of the longest series
   * @throws OutputException if a file cannot be written
   */
  public int write(StagedFolder staged) throws InvalidSeriesException, OutputException {
    Path folder = staged.path();
    try {
      for (UcrFile file : set.files()) {
        Files.createDirectories(folder.resolve(file.split()).resolve("anomaly"));
        Files.createDirectories(folder.resolve(file.split()).resolve("normal"));
      }
      Files.writeString(
          folder.resolve("source.json"),
          JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(source()) + "\n");
    } catch (IOException e) {
      throw staged.cannotWrite(e);
    }
    AtomicInteger longest = new AtomicInteger();
    for (UcrFile file : set.files()) {
      file.read(
          (number, row) -> {
            write(staged, file.split(), number, row);
            longest.accumulateAndGet(row.values().length, Math::max);
          });
    }
    return longest.get();
  }

  private void write(StagedFolder staged, String split, int number, UcrRow row)
      throws OutputException {
    Path file =
        staged
            .path()
            .resolve(split)
            .resolve(labels.classOf(row.label()))
            .resolve(String.format(Locale.ROOT, "%05d.npy", number));
    try {
      NpyWriter.write(file, row.values());
    } catch (IOException e) {
      throw staged.cannotWrite(e);
    }
  }

  private Map<String, Object> source() {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("source", "ucr");
    source.put("set", set.name());
    source.put("files", List.of(file(set.train(), labels.train()), file(set.val(), labels.val())));
    source.put("labels", labels.counts().stream().map(this::label).toList());
    return source;
  }

  private static Map<String, Object> file(UcrFile file, int rows) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", file.name());
    entry.put("split", file.split());
    entry.put("rows", rows);
    return entry;
  }

  private Map<String, Object> label(LabelCount count) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("label", count.label());
    entry.put("class", labels.classOf(count.label()));
    entry.put("train", count.train());
    entry.put("val", count.val());
    return entry;
  }
}
