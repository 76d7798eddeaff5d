package io.tsad.dataset.inspect;

import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.runtime.model.Warning;
import io.tsad.runtime.series.DatasetLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A look at every file of a data folder.
 *
 * @param files what the folder holds
 * @param positive the label of the class that stands for <em>anomaly</em>; empty if it has to be
 *     named
 * @param splits train, then val
 * @param duplicates series with the same samples, in order of their first names
 * @param warnings what is doubtful, as training warns of it
 * @param problems files that cannot be used, in name order; the rest of the report leaves them out,
 *     except for the counts
 */
public record Inspection(
    DatasetFiles files,
    OptionalInt positive,
    List<SplitReport> splits,
    List<Duplicate> duplicates,
    List<Warning> warnings,
    List<Problem> problems) {
  /**
   * Reads everything under {@code root}, one series at a time on each core.
   *
   * @param positive the class that stands for <em>anomaly</em>; null for the one of that name
   * @throws InvalidDatasetException if {@code root} is not a data folder; files in it that cannot
   *     be used are {@link #problems()} instead
   */
  public static Inspection of(Path root, @Nullable String positive) throws InvalidDatasetException {
    DatasetFiles files = DatasetFiles.list(root);
    OptionalInt label =
        positive == null && files.needsPositive()
            ? OptionalInt.empty()
            : OptionalInt.of(files.positive(positive));
    List<Examination> all =
        files.all().parallelStream().map(file -> Examination.of(file, root)).toList();
    List<SeriesDigest> digests =
        all.stream()
            .filter(Examination.Series.class::isInstance)
            .map(one -> ((Examination.Series) one).digest())
            .toList();
    List<Duplicate> duplicates = Duplicate.among(digests);
    int split = files.train().size();
    int classes = files.classes().size();
    return new Inspection(
        files,
        label,
        List.of(
            SplitReport.of(DatasetLayout.TRAIN, classes, all.subList(0, split)),
            SplitReport.of(DatasetLayout.VAL, classes, all.subList(split, all.size()))),
        duplicates,
        DataWarnings.of(files, label, digests, duplicates),
        all.stream().flatMap(file -> file.problems().stream()).toList());
  }
}
