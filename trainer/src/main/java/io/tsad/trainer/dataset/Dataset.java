package io.tsad.trainer.dataset;

import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.SeriesStatistics;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data folder in memory, every series of which can be used.
 *
 * @param classes the two class names, in sorted order; a series' label is an index into it
 * @param positive the label of the class that stands for <em>anomaly</em>, 0 or 1
 * @param length how series of other lengths become the model's; the series here are still uncut
 * @param train the series to learn from, in name order
 * @param val the series to judge by, in name order
 */
public record Dataset(
    List<String> classes,
    int positive,
    LengthRule length,
    List<LabelledSeries> train,
    List<LabelledSeries> val) {
  public Dataset {
    classes = List.copyOf(classes);
    train = List.copyOf(train);
    val = List.copyOf(val);
  }

  /** The series of both splits, train first. */
  public List<LabelledSeries> all() {
    return Stream.concat(train.stream(), val.stream()).toList();
  }

  /** What the training series look like to the model. */
  public InputContract inputContract() {
    return InputContract.of(
        train.stream()
            .map(series -> SeriesStatistics.of(series.values(), length.samples()))
            .toList());
  }
}
