package io.tsad.trainer.dataset;

import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a data folder whole, so that every fault in it is known before training starts. */
public final class DatasetReader {
  private DatasetReader() {}

  /**
   * Reads and checks every series under {@code root}, on all cores; the result does not depend on
   * how many there are.
   *
   * @param root a folder with {@code train/<class>/*.npy} and {@code val/<class>/*.npy}
   * @param positive the class that stands for <em>anomaly</em>; null for the one of that name
   * @param length series shorter than this are faults unless it pads
   * @param onFault is told of each file that cannot be used, in name order
   * @throws InvalidDatasetException if {@code root} is not a data folder, or any file in it cannot
   *     be used
   */
  public static Dataset read(
      Path root,
      @Nullable String positive,
      LengthRule length,
      Consumer<InvalidSeriesException> onFault)
      throws InvalidDatasetException {
    return read(DatasetFiles.list(root), positive, length, onFault);
  }

  /** The same of a folder that was listed before. */
  public static Dataset read(
      DatasetFiles files,
      @Nullable String positive,
      LengthRule length,
      Consumer<InvalidSeriesException> onFault)
      throws InvalidDatasetException {
    int label = files.positive(positive);
    List<Reading> readings =
        files.all().parallelStream().map(file -> Reading.of(file, length)).toList();
    OptionalInt shortest = shortest(readings);
    List<LabelledSeries> series = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Usable usable) {
        series.add(usable.series());
      } else if (reading instanceof Reading.Unreadable unreadable) {
        onFault.accept(unreadable.fault());
      } else if (reading instanceof Reading.TooShort tooShort) {
        onFault.accept(tooShort.fault(shortest.getAsInt()));
      }
    }
    if (series.size() < readings.size()) {
      throw unusable(files.root(), readings, readings.size() - series.size(), shortest);
    }
    int split = files.train().size();
    return new Dataset(
        files.classes(),
        label,
        length,
        series.subList(0, split),
        series.subList(split, series.size()));
  }

  /** Of all series that are too short. */
  private static OptionalInt shortest(List<Reading> readings) {
    return tooShort(readings).mapToInt(Reading.TooShort::samples).min();
  }

  private static Stream<Reading.TooShort> tooShort(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.TooShort.class::isInstance)
        .map(Reading.TooShort.class::cast);
  }

  private static InvalidDatasetException unusable(
      Path root, List<Reading> readings, int faults, OptionalInt shortest) {
    String remedy = "mend or remove them; tsad-data inspect names all";
    if (shortest.isPresent()) {
      String lengthen = "pass --length " + shortest.getAsInt() + " or less, or --pad";
      remedy = tooShort(readings).count() == faults ? lengthen : lengthen + ", and " + remedy;
    }
    return new InvalidDatasetException(
        root.toString(),
        String.format(Locale.ROOT, "%,d of %,d series cannot be used", faults, readings.size()),
        remedy);
  }
}
