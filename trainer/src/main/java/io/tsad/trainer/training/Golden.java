package io.tsad.trainer.training;

import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.series.Series;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses the series that prove an installation: where a model is sure, and where it is not. */
final class Golden {
  private static final int OF_EACH_KIND = 2;

  private Golden() {}

  /** The two lowest, the two highest and the two nearest the threshold, as far as they differ. */
  static List<GoldenSeries> choose(
      List<Series> series,
      List<List<Float>> probabilities,
      int positive,
      double threshold,
      int samples) {
    Comparator<Integer> byProbability =
        Comparator.comparing(i -> probabilities.get(i).get(positive));
    Comparator<Integer> byDistance =
        Comparator.comparing(i -> Math.abs(probabilities.get(i).get(positive) - threshold));
    return Stream.of(byProbability, byProbability.reversed(), byDistance)
        .flatMap(order -> first(order, series.size()))
        .distinct()
        .map(
            i ->
                new GoldenSeries(
                    series.get(i).name(), seen(series.get(i), samples), probabilities.get(i)))
        .toList();
  }

  /** The samples the model sees: a card need not carry those it cuts away. */
  private static double[] seen(Series series, int samples) {
    return Arrays.copyOf(series.values(), Math.min(series.values().length, samples));
  }

  private static Stream<Integer> first(Comparator<Integer> order, int count) {
    return IntStream.range(0, count).boxed().sorted(order).limit(OF_EACH_KIND);
  }
}
