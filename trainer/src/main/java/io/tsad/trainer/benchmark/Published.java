package io.tsad.trainer.benchmark;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tsad.dataset.folder.InvalidDatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Accuracies that others published.
 *
 * @param methods their names
 * @param accuracies by set and then by method
 */
public record Published(List<String> methods, Map<String, Map<String, Double>> accuracies) {
  private static final String SET = "dataset";

  /** None. */
  public static final Published NONE = new Published(List.of(), Map.of());

  /**
   * Reads a CSV file with a column {@code dataset} and one for each method, named in its first
   * line; empty where there is no figure.
   *
   * @param methods those to take
   * @throws InvalidDatasetException if it cannot be read, is not that, or lacks a method
   */
  public static Published read(Path file, List<String> methods) throws InvalidDatasetException {
    Map<String, Map<String, Double>> accuracies = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        for (String method : methods) {
          if (row.findField(method).isEmpty()) {
            throw new InvalidDatasetException(
                file.toString(),
                "has no column " + method,
                "choose --beside from " + String.join(", ", row.getHeader()));
          }
        }
        Map<String, Double> of = new LinkedHashMap<>();
        for (String method : methods) {
          String text = row.getField(method);
          if (!text.isBlank()) {
            of.put(method, Double.valueOf(text));
          }
        }
        accuracies.put(row.getField(SET), of);
      }
    } catch (IOException
        | UncheckedIOException
        | CsvParseException
        | IllegalArgumentException
        | java.util.NoSuchElementException e) {
      throw new InvalidDatasetException(
          file.toString(),
          "is no table of accuracies" + TableFault.of(e),
          "name a CSV file with a column '%s' and one for each method".formatted(SET));
    }
    return new Published(methods, accuracies);
  }

  OptionalDouble accuracy(String set, String method) {
    Double accuracy = accuracies.getOrDefault(set, Map.of()).get(method);
    return accuracy == null ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }
}
