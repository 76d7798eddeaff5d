package io.tsad.dataset.folder;

import io.tsad.runtime.series.DatasetLayout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells one data set from another, wherever it lies.
 *
 * @param sha256 64 hexadecimal digits over the names within the data folder and the samples, in
 *     name order: for each series its name in UTF-8, a zero byte, the number of samples as a
 *     little-endian 64-bit integer, and the samples as little-endian 64-bit floats
 * @param counts the number of series by split ({@code train}, {@code val}) and class
 */
public record Fingerprint(String sha256, Map<String, Map<String, Integer>> counts) {
  public static Fingerprint of(Dataset dataset) {
    ContentHash hash = new ContentHash();
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    counts.put(DatasetLayout.TRAIN, add(dataset.train(), dataset.classes(), hash));
    counts.put(DatasetLayout.VAL, add(dataset.val(), dataset.classes(), hash));
    return new Fingerprint(hash.end(), Collections.unmodifiableMap(counts));
  }

  private static Map<String, Integer> add(
      List<LabelledSeries> split, List<String> classes, ContentHash hash) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    classes.forEach(name -> counts.put(name, 0));
    for (LabelledSeries series : split) {
      hash.add(series.name());
      hash.add(series.values());
      counts.merge(classes.get(series.label()), 1, Integer::sum);
    }
    return Collections.unmodifiableMap(counts);
  }
}
