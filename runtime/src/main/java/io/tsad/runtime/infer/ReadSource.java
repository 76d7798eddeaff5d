package io.tsad.runtime.infer;

import io.tsad.runtime.pipeline.Source;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import org.jspecify.annotations.Nullable;

/** A source whose first series, or the fault in its place, is there already. */
final class ReadSource implements Source, SeriesCursor {
  private final SeriesCursor cursor;
  private @Nullable Series series;
  private @Nullable Exception fault;

  private ReadSource(SeriesCursor cursor) {
    this.cursor = cursor;
  }

  /** Opens {@code source} and reads that far. */
  static ReadSource of(Source source) {
    ReadSource read = new ReadSource(source.open());
    try {
      read.series = read.cursor.next();
    } catch (InvalidSeriesException | RuntimeException e) {
      read.fault = e;
    }
    return read;
  }

  /** How many it holds. */
  int samples() {
    return series == null ? 0 : series.values().length;
  }

  @Override
  public SeriesCursor open() {
    return this;
  }

  @Override
  public @Nullable Series next() throws InvalidSeriesException {
    Exception thrown = fault;
    fault = null;
    if (thrown instanceof InvalidSeriesException invalid) {
      throw invalid;
    } else if (thrown instanceof RuntimeException broken) {
      throw broken;
    }
    Series first = series;
    series = null;
    return first == null ? cursor.next() : first;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
