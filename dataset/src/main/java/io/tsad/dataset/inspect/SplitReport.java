package io.tsad.dataset.inspect;

import io.tsad.runtime.model.InputContract;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One split of a data folder.
 *
 * @param name {@code train} or {@code val}
 * @param counts files by label
 * @param statistics of the series that can be read, uncut; null if there are none
 * @param magnitudes how many series have a range of which order of magnitude: 0 stands for a range
 *     from 1 to 10, −1 for one from 0.1 to 1; constant series are left out
 * @param constant the names of the constant series
 * @param masks by label
 */
public record SplitReport(
    String name,
    List<Integer> counts,
    @Nullable InputContract statistics,
    TreeMap<Integer, Integer> magnitudes,
    List<String> constant,
    List<MaskSummary> masks) {

  static SplitReport of(String name, int classes, Collection<? extends Examination> files) {
    List<Examination.Series> readable =
        files.stream()
            .filter(Examination.Series.class::isInstance)
            .map(Examination.Series.class::cast)
            .toList();
    return new SplitReport(
        name,
        byLabel(
            classes, label -> (int) files.stream().filter(f -> f.file().label() == label).count()),
        readable.isEmpty()
            ? null
            : InputContract.of(readable.stream().map(Examination.Series::statistics).toList()),
        readable.stream()
            .filter(series -> series.statistics().range() > 0)
            .collect(
                Collectors.toMap(
                    series -> (int) Math.floor(Math.log10(series.statistics().range())),
                    series -> 1,
                    Integer::sum,
                    TreeMap::new)),
        readable.stream()
            .filter(series -> series.statistics().range() == 0)
            .map(series -> series.file().name())
            .toList(),
        byLabel(
            classes,
            label ->
                MaskSummary.of(readable.stream().filter(s -> s.file().label() == label).toList())));
  }

  public int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static <T> List<T> byLabel(int classes, Function<Integer, T> of) {
    return IntStream.range(0, classes).mapToObj(of::apply).toList();
  }
}
