package io.tsad.dashboard.upload;

import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import io.tsad.runtime.series.SeriesReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads series from what a client sends: {@code .npy}, {@code .npz}, CSV or TSV, told by their
 * first bytes, or JSON. What the client calls them is cleaned for display.
 *
 * @param mostSamples the longest series read
 */
public record SeriesUpload(int mostSamples) {
  /**
   * The series in {@code in}, one at a time.
   *
   * @param in stays open
   * @param given what the client calls it, or null
   * @param column which column of delimited text
   */
  public SeriesCursor open(InputStream in, @Nullable String given, Column column) {
    return openAs(in, DisplayName.of(given), column);
  }

  /**
   * The same of a file that lies at {@code path} within a folder that somebody chose.
   *
   * @param in stays open
   */
  public SeriesCursor openAt(InputStream in, String path, Column column) {
    return openAs(in, DisplayName.ofPath(path), column);
  }

  private SeriesCursor openAs(InputStream in, String name, Column column) {
    return new CleanNames(name, new SeriesReader(column, mostSamples).open(in, name));
  }

  /**
   * The series in {@code in}, a JSON array of numbers.
   *
   * @param given what the client calls it, or null
   * @throws IOException if {@code in} fails
   */
  public Series readJson(InputStream in, @Nullable String given)
      throws IOException, InvalidSeriesException {
    return JsonSeries.read(in, DisplayName.of(given), mostSamples);
  }

  /** An archive names its arrays, and a client wrote it. */
  private record CleanNames(String name, SeriesCursor cursor) implements SeriesCursor {
    @Override
    public @Nullable Series next() throws InvalidSeriesException {
      try {
        Series series = cursor.next();
        return series == null ? null : new Series(clean(series.name()), series.values());
      } catch (InvalidSeriesException e) {
        throw e.named(clean(e.subject()));
      }
    }

    private String clean(String full) {
      return full.startsWith(name + "#")
          ? name + "#" + DisplayName.ofPath(full.substring(name.length() + 1))
          : name;
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
