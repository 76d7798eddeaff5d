package io.tsad.trainer.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the series of a set look like, so that a series unlike all of them can be called so: the
 * input contract of a model.
 *
 * @param length samples, before cutting
 * @param minimum the smallest value of each series
 * @param maximum the largest value of each series
 * @param range maximum − minimum of each series
 * @param constantShare as in {@link SeriesStatistics}
 */
public record InputStatistics(
    Quantiles length,
    Quantiles minimum,
    Quantiles maximum,
    Quantiles range,
    Quantiles constantShare) {
  /** Of the training series, each cut to the model's length. */
  public static InputStatistics of(Dataset dataset) {
    return of(
        dataset.train().stream()
            .map(series -> SeriesStatistics.of(series.values(), dataset.length().samples()))
            .toList());
  }

  /** Of {@code series}, at least one. */
  public static InputStatistics of(List<SeriesStatistics> series) {
    return new InputStatistics(
        quantiles(series, SeriesStatistics::length),
        quantiles(series, SeriesStatistics::minimum),
        quantiles(series, SeriesStatistics::maximum),
        quantiles(series, SeriesStatistics::range),
        quantiles(series, SeriesStatistics::constantShare));
  }

  /** By the names of the components, in order. */
  public Map<String, Map<String, Double>> toMap() {
    Map<String, Map<String, Double>> map = new LinkedHashMap<>();
    map.put("length", length.toMap());
    map.put("minimum", minimum.toMap());
    map.put("maximum", maximum.toMap());
    map.put("range", range.toMap());
    map.put("constantShare", constantShare.toMap());
    return map;
  }

  private static Quantiles quantiles(
      List<SeriesStatistics> series, ToDoubleFunction<SeriesStatistics> of) {
    return Quantiles.of(series.stream().mapToDouble(of).toArray());
  }
}
