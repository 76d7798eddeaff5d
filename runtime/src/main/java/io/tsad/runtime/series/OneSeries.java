package io.tsad.runtime.series;

import org.jspecify.annotations.Nullable;

/** A place that holds one series, already read. */
final class OneSeries implements SeriesCursor {
  private @Nullable Series series;

  OneSeries(Series series) {
    this.series = series;
  }

  @Override
  public @Nullable Series next() {
    Series next = series;
    series = null;
    return next;
  }

  @Override
  public void close() {}
}
