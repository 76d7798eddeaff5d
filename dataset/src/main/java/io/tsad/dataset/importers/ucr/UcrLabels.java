package io.tsad.dataset.importers.ucr;

import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.runtime.series.DatasetLayout;
import io.tsad.runtime.series.InvalidSeriesException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which label of a set stands for <em>anomaly</em>; every other one is <em>normal</em>.
 *
 * @param anomaly the label, in its canonical spelling
 * @param counts all labels, numbers by value first
 */
public record UcrLabels(String anomaly, List<LabelCount> counts) {
  public UcrLabels {
    counts = List.copyOf(counts);
  }

  /**
   * Reads both files of {@code set} once, which checks every row of them.
   *
   * @param anomaly the label that stands for <em>anomaly</em>; numbers match by value
   * @throws InvalidSeriesException if a file cannot be read or a row is no labelled series
   * @throws AnomalyLabelException if {@code anomaly} is null or no label of the set
   * @throws InvalidDatasetException if a file lacks anomalous or normal series
   */
  public static UcrLabels read(UcrSet set, @Nullable String anomaly)
      throws InvalidSeriesException, AnomalyLabelException, InvalidDatasetException {
    List<LabelCount> counts = count(set);
    String label = anomaly == null ? null : ClassLabel.canonical(anomaly);
    if (label == null || counts.stream().noneMatch(count -> count.label().equals(label))) {
      throw new AnomalyLabelException(anomaly, set.name(), counts);
    }
    return of(set, label, counts);
  }

  /**
   * The same with the last label, in order, as <em>anomaly</em>: for sets without a fault meaning.
   */
  public static UcrLabels readLast(UcrSet set)
      throws InvalidSeriesException, InvalidDatasetException {
    List<LabelCount> counts = count(set);
    return of(set, counts.get(counts.size() - 1).label(), counts);
  }

  /** How many series the TRAIN file has. */
  public int train() {
    return counts.stream().mapToInt(LabelCount::train).sum();
  }

  /** How many series the TEST file has. */
  public int val() {
    return counts.stream().mapToInt(LabelCount::val).sum();
  }

  private static List<LabelCount> count(UcrSet set)
      throws InvalidSeriesException, InvalidDatasetException {
    TreeMap<String, LabelCount> found = new TreeMap<>(ClassLabel.ORDER);
    set.train()
        .<InvalidSeriesException>read(
            (number, row) -> count(new LabelCount(row.label(), 1, 0), found));
    set.val()
        .<InvalidSeriesException>read(
            (number, row) -> count(new LabelCount(row.label(), 0, 1), found));
    List<LabelCount> counts = List.copyOf(found.values());
    if (counts.isEmpty()) {
      throw new InvalidDatasetException(
          set.train().path().toString(), "has no rows", "fetch it again");
    }
    return counts;
  }

  private static UcrLabels of(UcrSet set, String label, List<LabelCount> counts)
      throws InvalidDatasetException {
    UcrLabels labels = new UcrLabels(label, counts);
    labels.requireBothClasses(set.train(), LabelCount::train);
    labels.requireBothClasses(set.val(), LabelCount::val);
    return labels;
  }

  /** The class folder for a row with {@code label}. */
  String classOf(String label) {
    return label.equals(anomaly) ? DatasetLayout.ANOMALY : DatasetLayout.NORMAL;
  }

  private static void count(LabelCount one, TreeMap<String, LabelCount> found) {
    found.merge(one.label(), one, LabelCount::plus);
  }

  private void requireBothClasses(UcrFile file, ToIntFunction<LabelCount> rows)
      throws InvalidDatasetException {
    int all = counts.stream().mapToInt(rows).sum();
    int anomalies =
        counts.stream().filter(count -> count.label().equals(anomaly)).mapToInt(rows).sum();
    if (anomalies == 0 || anomalies == all) {
      throw new InvalidDatasetException(
          file.path().toString(),
          "has %s series with label %s".formatted(anomalies == 0 ? "no" : "only", anomaly),
          "training needs anomalous and normal series in both files; choose another --anomaly");
    }
  }
}
