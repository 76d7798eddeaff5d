package io.tsad.dataset.importers.ucr;

import io.tsad.runtime.series.InvalidSeriesException;
import java.nio.file.Path;
import java.util.Optional;

/** Turns the lines of one file, in order, into rows. */
interface RowParser {
  /** The row on a line that is not blank; empty if the line is part of a header. */
  Optional<UcrRow> parse(String line, RowPlace place) throws InvalidSeriesException;

  /** Checks that the file could end here. */
  void end(Path file) throws InvalidSeriesException;
}
