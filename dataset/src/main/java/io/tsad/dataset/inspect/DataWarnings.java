package io.tsad.dataset.inspect;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.dataset.folder.SeriesFile;
import io.tsad.runtime.OneLine;
import io.tsad.runtime.model.Warning;
import io.tsad.runtime.series.DatasetLayout;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What makes a data folder doubtful before anything is learnt from it. Inspection reports it and
 * training warns of it by the same rules; docs/training.md states them.
 */
public final class DataWarnings {
  /** A class of fewer series proves little. */
  private static final int FEW = 5;

  /** Notes and pictures may lie about; these may be series that somebody believes to be used. */
  private static final Pattern MAY_BE_SERIES =
      Pattern.compile("(?i).*\\.(npy|npz|csv|tsv|ts|parquet|mat|h5)(\\.gz)?");

  private final DatasetFiles files;
  private final OptionalInt positive;
  private final List<SeriesDigest> series;
  private final List<Duplicate> duplicates;
  private final List<Warning> found = new ArrayList<>();

  private DataWarnings(
      DatasetFiles files,
      OptionalInt positive,
      List<SeriesDigest> series,
      List<Duplicate> duplicates) {
    this.files = files;
    this.positive = positive;
    this.series = series;
    this.duplicates = duplicates;
  }

  /** Of data in memory, each series as a model of their length sees it. */
  public static List<Warning> of(DatasetFiles files, Dataset dataset) {
    int samples = dataset.length().samples();
    List<SeriesDigest> series =
        dataset.all().parallelStream().map(one -> SeriesDigest.of(one, samples)).toList();
    return of(files, OptionalInt.of(dataset.positive()), series, Duplicate.among(series));
  }

  /**
   * Of whole series.
   *
   * @param positive the label of the class that stands for <em>anomaly</em>, where it is known
   * @param series all that can be read, in name order
   * @param duplicates among them
   */
  static List<Warning> of(
      DatasetFiles files,
      OptionalInt positive,
      List<SeriesDigest> series,
      List<Duplicate> duplicates) {
    return new DataWarnings(files, positive, series, duplicates).find();
  }

  private List<Warning> find() {
    leak();
    contradiction();
    repetition();
    constant();
    fewSeries();
    ignored();
    return List.copyOf(found);
  }

  private void leak() {
    List<Duplicate> leaks = duplicates.stream().filter(Duplicate::acrossSplits).toList();
    long inVal = leaks.stream().mapToLong(Duplicate::inVal).sum();
    if (inVal > 0) {
      long val = series.stream().filter(SeriesDigest::inVal).count();
      add(
          "leak",
          ("%,d of %,d series of val %s in train too, such as %s: what val says of the model is too"
                  + " good; take them out of one of the two")
              .formatted(
                  inVal, val, inVal == 1 ? "is" : "are", leaks.get(0).acrossSplitsExample()));
    }
  }

  private void contradiction() {
    List<Duplicate> both = duplicates.stream().filter(Duplicate::acrossClasses).toList();
    if (!both.isEmpty()) {
      add(
          "contradiction",
          "%s in both classes, such as %s: no model can tell them apart; correct their labels"
              .formatted(
                  counted(both.stream().mapToLong(same -> same.names().size()).sum()),
                  both.get(0).acrossClassesExample()));
    }
  }

  private void repetition() {
    List<Duplicate> again = duplicates.stream().filter(Duplicate::isRepetition).toList();
    if (!again.isEmpty()) {
      add(
          "repetition",
          ("%s the samples of another of the same split and class, such as %s: they count more than"
                  + " once, and figures look surer than they are; keep one of each")
              .formatted(
                  counted(
                      again.stream().mapToLong(same -> same.names().size() - 1).sum(),
                      "has",
                      "have"),
                  again.get(0).example()));
    }
  }

  /** An anomaly may well be that nothing moves. */
  private void constant() {
    List<SeriesDigest> constant =
        series.stream()
            .filter(one -> one.constant() && !(positive.isPresent() && isPositive(one)))
            .toList();
    if (!series.isEmpty() && series.stream().allMatch(SeriesDigest::constant)) {
      add(
          "constant",
          "all %,d series are constant: there is nothing to learn from".formatted(series.size()));
    } else if (!constant.isEmpty()) {
      add(
          "constant",
          ("%s constant%s, such as %s: the model sees zeros, whatever their level, as of any other"
                  + " constant series; remove or relabel them")
              .formatted(
                  counted(constant.size()),
                  positive.isPresent() ? " and no anomaly" : "",
                  constant.get(0).name()));
    }
  }

  private boolean isPositive(SeriesDigest one) {
    return one.label() == positive.getAsInt();
  }

  private void fewSeries() {
    List<String> few = new ArrayList<>();
    few(DatasetLayout.TRAIN, files.train(), few);
    few(DatasetLayout.VAL, files.val(), few);
    if (!few.isEmpty()) {
      add(
          "few-series",
          "there are few series, %s: fewer than %d of a class prove little; add some"
              .formatted(String.join(", ", few), FEW));
    }
  }

  private void few(String split, List<SeriesFile> there, List<String> few) {
    for (int label = 0; label < files.classes().size(); label++) {
      int of = label;
      long count = there.stream().filter(file -> file.label() == of).count();
      if (count < FEW) {
        few.add("%d in %s/%s".formatted(count, split, files.classes().get(label)));
      }
    }
  }

  private void ignored() {
    List<String> left =
        files.ignored().stream()
            .filter(
                name ->
                    MAY_BE_SERIES.matcher(name).matches()
                        || Files.isDirectory(files.root().resolve(name)))
            .toList();
    if (!left.isEmpty()) {
      add(
          "ignored",
          ("%,d %s in train and val %s left out, such as %s: a series is a file in a class folder"
                  + " whose name ends in .npy; move or convert them")
              .formatted(
                  left.size(),
                  left.size() == 1 ? "file or folder" : "files or folders",
                  left.size() == 1 ? "is" : "are",
                  left.get(0)));
    }
  }

  private static String counted(long count) {
    return counted(count, "is", "are");
  }

  private static String counted(long count, String one, String many) {
    return "%,d series %s".formatted(count, count == 1 ? one : many);
  }

  private void add(String code, String text) {
    found.add(new Warning(code, OneLine.of(text)));
  }
}
