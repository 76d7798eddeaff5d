package io.tsad.runtime.series;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** stub */
public final class SeriesReader {
  public SeriesCursor open(Path file) {
    return once(() -> new Series(file.toString(), NpyReader.read(file)));
  }

  public SeriesCursor open(InputStream in, String name) {
    return once(
        () -> {
          try {
            return new Series(name, NpyReader.read(in, name));
          } catch (java.io.IOException e) {
            throw new InvalidSeriesException(name, "cannot be read (" + e + ")", "try again", e);
          }
        });
  }

  private interface One {
    Series read() throws InvalidSeriesException;
  }

  private static SeriesCursor once(One one) {
    return new SeriesCursor() {
      private boolean done;

      @Override
      public @Nullable Series next() throws InvalidSeriesException {
        if (done) {
          return null;
        }
        done = true;
        return one.read();
      }

      @Override
      public void close() {}
    };
  }
}
