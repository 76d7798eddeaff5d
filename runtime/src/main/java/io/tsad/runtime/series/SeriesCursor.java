package io.tsad.runtime.series;

import org.jspecify.annotations.Nullable;

/** stub */
public interface SeriesCursor extends AutoCloseable {
  @Nullable Series next() throws InvalidSeriesException;

  @Override
  void close();
}
