package io.tsad.dashboard.pages;

import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kept series of entries, read as they are needed; those that are gone are passed over. */
record KeptCursor(Iterator<Entry> entries, KeptSeries kept) implements SeriesCursor {
  @Override
  public @Nullable Series next() throws InvalidSeriesException {
    while (entries.hasNext()) {
      Entry entry = entries.next();
      String key = entry.scored().kept();
      Optional<double[]> values = key == null ? Optional.empty() : kept.find(key);
      if (values.isPresent()) {
        return new Series(entry.scored().name(), values.get());
      }
    }
    return null;
  }

  @Override
  public void close() {
    // Nothing is open between two series.
  }
}
