package io.tsad.dataset.importers.ucr;

import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code .tsv} files of the UCR 2018 archive: no header, the class first, then the samples,
 * separated by tabs; {@code NaN} is missing.
 */
final class TsvParser implements RowParser {
  @Override
  public Optional<UcrRow> parse(String line, RowPlace place) throws InvalidSeriesException {
    String[] fields = RowPlace.split(line, '\t');
    if (fields.length < 2) {
      throw place.fault("has no tab", "give the class, then the samples, separated by tabs");
    }
    String label = ClassLabel.canonical(fields[0]);
    if (label.isEmpty() || label.equalsIgnoreCase("nan")) {
      throw place.fault("has no class in column 1", "give the class first");
    }
    return Optional.of(new UcrRow(label, place.values(fields, 1)));
  }

  @Override
  public void end(Path file) {}
}
