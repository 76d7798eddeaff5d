package io.tsad.dataset.generate;

import io.tsad.runtime.FileReason;
import io.tsad.runtime.series.InvalidSeriesException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which anomaly each anomalous series of a generated dataset has: its {@code anomalies.csv}, with
 * the columns file, kind, severity, start, end. For reports after an evaluation; never read in
 * training.
 */
public final class AnomalyIndex {
  /** The file's name in the dataset folder. */
  public static final String FILE = "anomalies.csv";

  private static final String HEADER = "file,kind,severity,start,end";

  private final SortedMap<String, Anomaly> anomalies;

  AnomalyIndex(SortedMap<String, Anomaly> anomalies) {
    this.anomalies = new TreeMap<>(anomalies);
  }

  /**
   * Reads the index of a dataset folder; it is empty where there is none, as in a dataset that was
   * not generated.
   */
  public static AnomalyIndex read(Path dataset) throws InvalidSeriesException {
    Path file = dataset.resolve(FILE);
    if (!Files.exists(file)) {
      return new AnomalyIndex(new TreeMap<>());
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidSeriesException(file.toString(), "is no regular file", "remove it");
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidSeriesException(
          file.toString(), "cannot be read: " + FileReason.of(e), "check its permissions", e);
    }
    SortedMap<String, Anomaly> anomalies = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      Optional<Anomaly> anomaly = i == 0 ? Optional.empty() : parse(fields);
      if (i == 0 ? !lines.get(0).equals(HEADER) : anomaly.isEmpty()) {
        throw new InvalidSeriesException(
            file + ":" + (i + 1), "is not " + HEADER, "generate the dataset again, or remove it");
      }
      anomaly.ifPresent(known -> anomalies.put(fields[0], known));
    }
    return new AnomalyIndex(anomalies);
  }

  /** By file below the dataset, {@code val/anomaly/0012.npy}, in that order. */
  public SortedMap<String, Anomaly> anomalies() {
    return Collections.unmodifiableSortedMap(anomalies);
  }

  /** The kind's label by file: {@code val/anomaly/0012.npy} to {@code stuck sensor}. */
  public Map<String, String> kinds() {
    Map<String, String> kinds = new TreeMap<>();
    anomalies.forEach((file, anomaly) -> kinds.put(file, anomaly.kind().label()));
    return kinds;
  }

  void write(Path dataset) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    anomalies.forEach((file, anomaly) -> lines.add(line(file, anomaly)));
    Files.writeString(dataset.resolve(FILE), String.join("\n", lines) + "\n");
  }

  private static String line(String file, Anomaly anomaly) {
    // Not Double.toString: its digits have changed between JDKs.
    BigDecimal severity = BigDecimal.valueOf(Math.round(anomaly.severity() * 100), 2);
    return "%s,%s,%s,%d,%d"
        .formatted(file, anomaly.kind().label(), severity, anomaly.start(), anomaly.end());
  }

  private static Optional<Anomaly> parse(String[] fields) {
    if (fields.length != 5) {
      return Optional.empty();
    }
    try {
      double severity = Double.parseDouble(fields[2]);
      int start = Integer.parseInt(fields[3]);
      int end = Integer.parseInt(fields[4]);
      return AnomalyKind.labelled(fields[1]).map(kind -> new Anomaly(kind, severity, start, end));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
