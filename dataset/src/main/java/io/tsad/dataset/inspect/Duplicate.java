package io.tsad.dataset.inspect;

import io.tsad.dataset.folder.SeriesFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Series with the same samples.
 *
 * @param names two or more, in name order
 * @param acrossSplits whether some are in train and some in val: then validation judges what was
 *     learnt by heart
 * @param acrossClasses whether they carry different labels
 */
public record Duplicate(List<String> names, boolean acrossSplits, boolean acrossClasses) {
  static List<Duplicate> among(List<Examination> files) {
    Map<String, List<SeriesFile>> byContent = new LinkedHashMap<>();
    for (Examination file : files) {
      if (file instanceof Examination.Series readable) {
        byContent
            .computeIfAbsent(readable.content(), content -> new ArrayList<>())
            .add(readable.file());
      }
    }
    return byContent.values().stream()
        .filter(same -> same.size() > 1)
        .map(
            same ->
                new Duplicate(
                    same.stream().map(SeriesFile::name).toList(),
                    same.stream().map(file -> file.name().startsWith("val/")).distinct().count()
                        > 1,
                    same.stream().map(SeriesFile::label).distinct().count() > 1))
        .toList();
  }
}
