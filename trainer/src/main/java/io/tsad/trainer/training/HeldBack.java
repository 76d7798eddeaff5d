package io.tsad.trainer.training;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.series.DatasetLayout;
import io.tsad.trainer.backpropagation.RandomStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Training series in two parts, the same share of each class in both.
 *
 * @param train to learn from
 * @param held to choose the threshold on
 */
record HeldBack(List<LabelledSeries> train, List<LabelledSeries> held) {
  /**
   * Splits the training series of {@code dataset}.
   *
   * @param root what messages call the data folder
   * @param share of each class to hold back, 0 to 0.5; at least one series unless 0
   */
  static HeldBack split(Path root, Dataset dataset, double share, RandomStream random)
      throws InvalidDatasetException {
    List<LabelledSeries> series = dataset.train();
    List<String> classes = dataset.classes();
    Set<LabelledSeries> chosen = new HashSet<>();
    for (int label = 0; label < classes.size() && share > 0; label++) {
      int of = label;
      List<LabelledSeries> left =
          new ArrayList<>(series.stream().filter(one -> one.label() == of).toList());
      if (left.size() < 2) {
        throw new InvalidDatasetException(
            root.resolve(DatasetLayout.TRAIN).resolve(classes.get(label)).toString(),
            "has one series, none can be held back to choose a threshold on",
            "add series, or pass --threshold argmax");
      }
      for (long count = Math.max(1, Math.round(left.size() * share)); count > 0; count--) {
        chosen.add(left.remove(random.below(left.size())));
      }
    }
    return new HeldBack(
        series.stream().filter(one -> !chosen.contains(one)).toList(),
        series.stream().filter(chosen::contains).toList());
  }
}
