package io.tsad.dataset.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Series with the same samples. Constant ones do not count: two sensors that stand still are two.
 *
 * @param names two or more, in name order
 * @param acrossSplits whether some are in train and some in val: then validation judges what was
 *     learnt by heart
 * @param acrossClasses whether they carry different labels
 */
public record Duplicate(List<String> names, boolean acrossSplits, boolean acrossClasses) {
  static List<Duplicate> among(List<SeriesDigest> series) {
    Map<String, List<SeriesDigest>> byContent = new LinkedHashMap<>();
    for (SeriesDigest one : series) {
      if (!one.constant()) {
        byContent.computeIfAbsent(one.content(), content -> new ArrayList<>()).add(one);
      }
    }
    return byContent.values().stream()
        .filter(same -> same.size() > 1)
        .map(
            same ->
                new Duplicate(
                    same.stream().map(SeriesDigest::name).toList(),
                    same.stream().map(SeriesDigest::inVal).distinct().count() > 1,
                    same.stream().map(SeriesDigest::label).distinct().count() > 1))
        .toList();
  }

  /** Whether all are in one split and class. */
  boolean isRepetition() {
    return !acrossSplits && !acrossClasses;
  }

  /** How many of them are in val. */
  long inVal() {
    return names.stream().filter(name -> name.startsWith(SeriesDigest.VAL)).count();
  }

  /** Two of them, such as {@code train/anomaly/1.npy = val/anomaly/7.npy}: one in each split. */
  String acrossSplitsExample() {
    return example(name -> name.startsWith(SeriesDigest.VAL));
  }

  /** Two of them, of different classes. */
  String acrossClassesExample() {
    String first = className(names.get(0));
    return example(name -> !className(name).equals(first));
  }

  /** The first two of them. */
  String example() {
    return example(name -> true);
  }

  private String example(Predicate<String> other) {
    return names.get(0) + " = " + names.stream().skip(1).filter(other).findFirst().orElseThrow();
  }

  private static String className(String name) {
    return name.substring(name.indexOf('/') + 1, name.lastIndexOf('/'));
  }
}
