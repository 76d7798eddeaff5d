package io.tsad.runtime.infer;

import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import org.jspecify.annotations.Nullable;

/** In place of series: what keeps them from being found. */
final class FaultCursor implements SeriesCursor {
  private final InvalidSeriesException fault;
  private boolean thrown;

  FaultCursor(InvalidSeriesException fault) {
    this.fault = fault;
  }

  @Override
  public @Nullable Series next() throws InvalidSeriesException {
    if (thrown) {
      return null;
    }
    thrown = true;
    throw fault;
  }

  @Override
  public void close() {}
}
