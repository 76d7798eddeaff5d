package io.tsad.dataset.importers.ucr;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dataset.folder.DatasetWriter;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.series.DatasetLayout;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyWriter;
import java.nio.file.Files;
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
  public int write(DatasetWriter dataset) throws InvalidSeriesException, OutputException {
    dataset.write(
        "source.json",
        file ->
            Files.writeString(
                file, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(source()) + "\n"));
    AtomicInteger longest = new AtomicInteger();
    for (UcrFile file : set.files()) {
      file.read(
          (number, row) -> {
            dataset.write(
                DatasetLayout.series(
                    file.split(),
                    labels.classOf(row.label()),
                    String.format(Locale.ROOT, "%05d", number)),
                path -> NpyWriter.write(path, row.values()));
            longest.accumulateAndGet(row.values().length, Math::max);
          });
    }
    return longest.get();
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
    entry.put(DatasetLayout.TRAIN, count.train());
    entry.put(DatasetLayout.VAL, count.val());
    return entry;
  }
}
