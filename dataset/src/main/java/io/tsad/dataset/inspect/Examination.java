package io.tsad.dataset.inspect;

import io.tsad.dataset.folder.SeriesFile;
import io.tsad.runtime.FileName;
import io.tsad.runtime.model.SeriesStatistics;
import io.tsad.runtime.series.DatasetLayout;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What came of looking at one series file and its mask; the samples themselves are let go. */
sealed interface Examination {
  SeriesFile file();

  List<Problem> problems();

  /**
   * A series that can be read.
   *
   * @param digest to compare it with others by
   * @param maskShare the share of samples its mask marks; empty if it has no usable mask
   * @param problems with its mask
   */
  record Series(
      SeriesFile file,
      SeriesStatistics statistics,
      SeriesDigest digest,
      OptionalDouble maskShare,
      List<Problem> problems)
      implements Examination {}

  /** A file that is no series. */
  record Unreadable(SeriesFile file, List<Problem> problems) implements Examination {}

  static Examination of(SeriesFile file, Path root) {
    double[] values;
    try {
      values = NpyReader.read(file.path());
    } catch (InvalidSeriesException fault) {
      return new Unreadable(file, List.of(Problem.of(file.name(), fault)));
    }
    OptionalDouble share = OptionalDouble.empty();
    List<Problem> problems = List.of();
    String maskName = DatasetLayout.mask(file.name());
    Path mask = root.resolve(DatasetLayout.MASK).resolve(root.relativize(file.path()));
    try {
      share = maskShare(mask, values.length);
    } catch (InvalidSeriesException fault) {
      problems = List.of(Problem.of(maskName, fault));
    }
    SeriesStatistics statistics = SeriesStatistics.of(values);
    return new Series(
        file,
        statistics,
        SeriesDigest.of(file.name(), file.label(), values, statistics),
        share,
        problems);
  }

  private static OptionalDouble maskShare(Path mask, int samples) throws InvalidSeriesException {
    if (!Files.exists(mask)) {
      return OptionalDouble.empty();
    }
    String name = FileName.of(mask);
    if (!Files.isRegularFile(mask)) {
      throw new InvalidSeriesException(name, "is no regular file", "write the mask there");
    }
    double[] marks = NpyReader.read(mask);
    if (marks.length != samples) {
      throw new InvalidSeriesException(
          name,
          String.format(
              Locale.ROOT, "marks %,d samples, its series has %,d", marks.length, samples),
          "give one mark a sample");
    }
    if (Arrays.stream(marks).anyMatch(mark -> mark != 0 && mark != 1)) {
      throw new InvalidSeriesException(name, "has marks other than 0 and 1", "use 0 and 1");
    }
    return Arrays.stream(marks).average();
  }
}
