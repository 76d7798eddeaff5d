package io.tsad.trainer.export;

import io.tsad.runtime.series.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The receipt that a model scores alike before and after its export.
 *
 * @param series how many were compared
 * @param largestDifference of any probability
 * @param tolerance the most it may be
 */
public record Parity(int series, double largestDifference, double tolerance) {
  /** The most that a probability may differ from the trainer's. */
  public static final double TOLERANCE = 1e-5;

  /** The most that it may differ in float16 from the same in float32. */
  public static final double HALF_TOLERANCE = 5e-3;

  /**
   * Compares row by row.
   *
   * @param trained one row per series, one probability per class
   * @param exported the same of the exported model
   * @throws ParityException if a probability differs by more than {@link #TOLERANCE}, or is NaN
   */
  static Parity check(List<Series> series, List<float[]> trained, List<List<Float>> exported)
      throws ParityException {
    List<List<Float>> before = trained.stream().map(row -> List.of(row[0], row[1])).toList();
    double largest = 0;
    for (int row = 0; row < series.size(); row++) {
      double difference = difference(before.get(row), exported.get(row));
      if (!(difference <= TOLERANCE)) {
        throw ParityException.ofExport(
            series.get(row).name(), before.get(row).get(0), exported.get(row).get(0));
      }
      largest = Math.max(largest, difference);
    }
    return new Parity(series.size(), largest, TOLERANCE);
  }

  /** Of two rows, the largest; NaN if a number is. */
  static double difference(List<Float> before, List<Float> after) {
    double largest = 0;
    for (int i = 0; i < before.size(); i++) {
      largest = Math.max(largest, Math.abs((double) before.get(i) - after.get(i)));
    }
    return largest;
  }

  /** For the card. */
  Map<String, Object> toMap() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("series", series);
    fields.put("largestDifference", largestDifference);
    fields.put("tolerance", tolerance);
    return fields;
  }
}
