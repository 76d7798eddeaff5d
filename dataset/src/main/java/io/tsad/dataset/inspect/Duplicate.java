package io.tsad.dataset.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Such as {@code train/anomaly/1.npy = val/anomaly/7.npy}: the first two of them. */
  String example() {
    if (acrossSplits) {
      String inVal =
          names.stream()
              .filter(name -> name.startsWith(SeriesDigest.VAL))
              .findFirst()
              .orElseThrow();
      return names.get(0) + " = " + inVal;
    }
    return names.get(0) + " = " + names.get(1);
  }
}
