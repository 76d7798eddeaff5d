package io.tsad.dataset.importers.ucr;

import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The {@code .tsv} files of the UCR 2018 archive: no header, the class first, then the samples,
 * separated by tabs; {@code NaN} is missing.
 */
final class TsvParser implements RowParser {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  @Override
  public Optional<UcrRow> parse(String line, RowPlace place) throws InvalidSeriesException {
    String[] fields = RowPlace.split(line, '\t');
    if (fields.length < 2) {
      throw place.fault("has no tab", "give the class, then the samples, separated by tabs");
    }
    if (place.line() == 1 && isCountingUp(fields)) {
      throw place.fault(
          "counts up (%s, %s, %s, ...), as names of columns do"
              .formatted(fields[1], fields[2], fields[3]),
          "remove it; files of the archive have no header");
    }
    String label = ClassLabel.canonical(fields[0]);
    if (label.isEmpty() || label.equalsIgnoreCase("nan")) {
      throw place.fault("has no class in column 1", "give the class first");
    }
    return Optional.of(new UcrRow(label, place.values(fields, 1)));
  }

  /** As pandas calls columns, with a word, a number or nothing above the classes. */
  private static boolean isCountingUp(String[] fields) {
    int from = NUMBER.matcher(fields[0]).matches() ? 0 : 1;
    return fields.length > 3
        && IntStream.range(from, fields.length).allMatch(i -> NUMBER.matcher(fields[i]).matches())
        && IntStream.range(from + 1, fields.length)
            .allMatch(i -> Long.parseLong(fields[i]) - Long.parseLong(fields[i - 1]) == 1);
  }

  @Override
  public void end(Path file) {}
}
