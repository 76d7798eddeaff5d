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
 */
public record Parity(int series, double largestDifference) {
  /** The most that two probabilities may differ. */
  public static final double TOLERANCE = 1e-5;

  /**
   * Compares row by row.
   *
   * @param trained one row per series, one probability per class
   * @param exported the same of the exported model
   * @throws ParityException if a probability differs by more than {@link #TOLERANCE}, or is NaN
   */
  static Parity check(List<Series> series, List<float[]> trained, List<List<Float>> exported)
      throws ParityException {
    double largest = 0;
    for (int row = 0; row < series.size(); row++) {
      for (int i = 0; i < trained.get(row).length; i++) {
        float before = trained.get(row)[i];
        float after = exported.get(row).get(i);
        double difference = Math.abs((double) before - after);
        if (!(difference <= TOLERANCE)) {
          throw new ParityException(series.get(row).name(), before, after);
        }
        largest = Math.max(largest, difference);
      }
    }
    return new Parity(series.size(), largest);
  }

  /** For the card. */
  Map<String, Object> toMap() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("series", series);
    fields.put("largestDifference", largestDifference);
    fields.put("tolerance", TOLERANCE);
    return fields;
  }
}
