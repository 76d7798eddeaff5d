package io.tsad.dataset.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tsad.runtime.FileReason;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.series.DatasetLayout;
import io.tsad.runtime.series.InvalidSeriesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which anomaly each anomalous series of a generated dataset has: its {@code anomalies.csv}, with
 * the columns file, kind, severity, start, end. For reports after an evaluation; never read in
 * training. Kinds are any words: of generated datasets the generator's.
 */
public final class AnomalyIndex {
  private static final List<String> HEADER = List.of("file", "kind", "severity", "start", "end");

  private final SortedMap<String, Anomaly> anomalies;

  /** Of these anomalies by file below the dataset, {@code val/anomaly/0012.npy}. */
  public AnomalyIndex(SortedMap<String, Anomaly> anomalies) {
    this.anomalies = new TreeMap<>(anomalies);
  }

  /**
   * Reads the index of a dataset folder; it is empty where there is none, as in a dataset that was
   * not generated.
   */
  public static AnomalyIndex read(Path dataset) throws InvalidSeriesException {
    Path file = dataset.resolve(DatasetLayout.ANOMALIES);
    if (!Files.exists(file)) {
      return new AnomalyIndex(new TreeMap<>());
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidSeriesException(file.toString(), "is no regular file", "remove it");
    }
    SortedMap<String, Anomaly> anomalies = new TreeMap<>();
    boolean head = true;
    long line = 0;
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord fields : records) {
        line = fields.getStartingLineNumber();
        Optional<Anomaly> anomaly = head ? Optional.empty() : parse(fields);
        if (head ? !fields.getFields().equals(HEADER) : anomaly.isEmpty()) {
          throw notOurs(file, line);
        }
        anomaly.ifPresent(known -> anomalies.put(fields.getField(0), known));
        head = false;
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw notOurs(file, line + 1); // the one after the last that could be read
    } catch (IOException e) {
      throw new InvalidSeriesException(
          file.toString(), "cannot be read: " + FileReason.of(e), "check its permissions", e);
    }
    return new AnomalyIndex(anomalies);
  }

  private static InvalidSeriesException notOurs(Path file, long line) {
    return new InvalidSeriesException(
        file + ":" + line,
        "is not " + String.join(",", HEADER),
        "generate the dataset again, or remove it");
  }

  /** By file below the dataset, {@code val/anomaly/0012.npy}, in that order. */
  public SortedMap<String, Anomaly> anomalies() {
    return Collections.unmodifiableSortedMap(anomalies);
  }

  /** The kind's label by file: {@code val/anomaly/0012.npy} to {@code stuck sensor}. */
  public Map<String, String> kinds() {
    Map<String, String> kinds = new TreeMap<>();
    anomalies.forEach((file, anomaly) -> kinds.put(file, anomaly.kind()));
    return kinds;
  }

  /** Writes it into the data folder that is being made. */
  public void write(DatasetWriter dataset) throws OutputException {
    dataset.write(
        DatasetLayout.ANOMALIES,
        file -> {
          try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(HEADER);
            anomalies.forEach((name, anomaly) -> csv.writeRecord(fields(name, anomaly)));
          }
        });
  }

  private static List<String> fields(String file, Anomaly anomaly) {
    // Not Double.toString: its digits have changed between JDKs.
    BigDecimal severity = BigDecimal.valueOf(Math.round(anomaly.severity() * 100), 2);
    return List.of(
        file,
        anomaly.kind(),
        severity.toString(),
        Integer.toString(anomaly.start()),
        Integer.toString(anomaly.end()));
  }

  private static Optional<Anomaly> parse(CsvRecord fields) {
    if (fields.getFieldCount() != HEADER.size() || fields.getField(1).isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Anomaly(
              fields.getField(1),
              Double.parseDouble(fields.getField(2)),
              Integer.parseInt(fields.getField(3)),
              Integer.parseInt(fields.getField(4))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
