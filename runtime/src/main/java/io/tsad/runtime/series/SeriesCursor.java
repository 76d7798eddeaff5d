package io.tsad.runtime.series;

import org.jspecify.annotations.Nullable;

/** The series of one place, in order, read one at a time as they are asked for. */
public interface SeriesCursor extends AutoCloseable {
  /** A place that holds {@code series} alone, already read. */
  static SeriesCursor of(Series series) {
    return new OneSeries(series);
  }

  /**
   * Reads the next series.
   *
   * @return it, its samples finite and in a finite range; null after the last
   * @throws InvalidSeriesException if it cannot be read; a further call goes on with what comes
   *     after it
   */
  @Nullable Series next() throws InvalidSeriesException;

  /** Closes the file. A stream that was given stays open. */
  @Override
  void close();
}
