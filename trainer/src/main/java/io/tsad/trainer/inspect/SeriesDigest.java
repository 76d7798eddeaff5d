package io.tsad.trainer.inspect;

import io.tsad.runtime.model.SeriesStatistics;
import io.tsad.trainer.dataset.ContentHash;
import io.tsad.trainer.dataset.LabelledSeries;
import java.util.Arrays;

/**
 * What it takes to find out about a series among others; the samples themselves may be let go.
 *
 * @param name as in {@link LabelledSeries}
 * @param label the index of its class
 * @param constant whether all samples are equal
 * @param content hash of the samples
 */
record SeriesDigest(String name, int label, boolean constant, String content) {
  static final String VAL = "val/";

  /** Of the samples that a model of this length sees. */
  static SeriesDigest of(LabelledSeries series, int samples) {
    double[] values = series.values();
    double[] seen = values.length <= samples ? values : Arrays.copyOf(values, samples);
    return of(series.name(), series.label(), seen, SeriesStatistics.of(seen));
  }

  static SeriesDigest of(String name, int label, double[] values, SeriesStatistics statistics) {
    return new SeriesDigest(name, label, statistics.range() == 0, ContentHash.of(values));
  }

  boolean inVal() {
    return name.startsWith(VAL);
  }
}
