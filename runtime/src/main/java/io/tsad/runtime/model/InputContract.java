package io.tsad.runtime.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the series of a set look like, so that a series unlike all of them can be called so. In a
 * card: the training series, each cut to the model's length.
 *
 * @param length samples, before cutting
 * @param minimum the smallest value of each series
 * @param maximum the largest value of each series
 * @param range maximum − minimum of each series
 * @param constantShare as in {@link SeriesStatistics}
 */
public record InputContract(
    Quantiles length,
    Quantiles minimum,
    Quantiles maximum,
    Quantiles range,
    Quantiles constantShare) {
  /** Of {@code series}, at least one. */
  public static InputContract of(List<SeriesStatistics> series) {
    return new InputContract(
        quantiles(series, SeriesStatistics::length),
        quantiles(series, SeriesStatistics::minimum),
        quantiles(series, SeriesStatistics::maximum),
        quantiles(series, SeriesStatistics::range),
        quantiles(series, SeriesStatistics::constantShare));
  }

  private static Quantiles quantiles(
      List<SeriesStatistics> series, ToDoubleFunction<SeriesStatistics> of) {
    return Quantiles.of(series.stream().mapToDouble(of).toArray());
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

  /**
   * Why {@code series} is unlike those described here: each measure in which it {@linkplain
   * Quantiles#outlies outlies} them. Lengths are compared as the model sees them, after cutting, so
   * that a long series is not unlike a longer one.
   *
   * @param samples the model's length, to which {@code series} was cut
   * @return reasons for people, such as {@code range 4.1e+06, in training 3.2 to 870}; empty if
   *     there is none
   */
  public List<String> differences(SeriesStatistics series, int samples) {
    List<String> reasons = new ArrayList<>();
    compare("length", Math.min(series.length(), samples), length.atMost(samples), reasons);
    compare("minimum", series.minimum(), minimum, reasons);
    compare("maximum", series.maximum(), maximum, reasons);
    compare("range", series.range(), range, reasons);
    compare("share of unchanged steps", series.constantShare(), constantShare, reasons);
    return reasons;
  }

  private static void compare(
      String measure, double value, Quantiles training, List<String> reasons) {
    if (training.outlies(value)) {
      reasons.add(Difference.inWords(measure, value, training));
    }
  }
}
