package io.tsad.dataset.folder;

import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
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
    DatasetFiles files = DatasetFiles.list(root);
    int label = files.positive(positive);
    List<Reading> readings =
        files.all().parallelStream().map(file -> Reading.of(file, length)).toList();
    List<LabelledSeries> series = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Usable usable) {
        series.add(usable.series());
      } else if (reading instanceof Reading.Unreadable unreadable) {
        onFault.accept(unreadable.fault());
      } else if (reading instanceof Reading.TooShort tooShort) {
        onFault.accept(tooShort.fault());
      }
    }
    if (series.size() < readings.size()) {
      throw unusable(root, readings, readings.size() - series.size());
    }
    int split = files.train().size();
    return new Dataset(
        files.classes(),
        label,
        length,
        series.subList(0, split),
        series.subList(split, series.size()));
  }

  private static InvalidDatasetException unusable(Path root, List<Reading> readings, int faults) {
    int[] lengths =
        readings.stream()
            .filter(Reading.TooShort.class::isInstance)
            .mapToInt(reading -> ((Reading.TooShort) reading).samples())
            .toArray();
    OptionalInt shortest = Arrays.stream(lengths).min();
    String remedy = "mend or remove the files named above";
    if (shortest.isPresent()) {
      String lengthen = "pass --length " + shortest.getAsInt() + " or less, or --pad";
      remedy = lengths.length == faults ? lengthen : lengthen + ", and " + remedy;
    }
    return new InvalidDatasetException(
        root.toString(),
        String.format(Locale.ROOT, "%,d of %,d series cannot be used", faults, readings.size()),
        remedy);
  }
}
