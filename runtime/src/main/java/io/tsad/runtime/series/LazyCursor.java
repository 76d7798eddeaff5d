package io.tsad.runtime.series;

import org.jspecify.annotations.Nullable;

/**
 * Opens at the first call, so that a fault in opening is the first series' own. A series that does
 * not fit in memory is a fault like another: what was read of it is garbage by then, and the series
 * after it may well fit.
 */
final class LazyCursor implements SeriesCursor {
  /** How to open; an exception means that there is nothing to read. */
  interface Opener {
    SeriesCursor open() throws InvalidSeriesException;
  }

  private final String name;
  private @Nullable Opener opener;
  private @Nullable SeriesCursor opened;

  LazyCursor(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
  }

  @Override
  public @Nullable Series next() throws InvalidSeriesException {
    try {
      if (opener != null) {
        Opener once = opener;
        opener = null;
        opened = once.open();
      }
      return opened == null ? null : opened.next();
    } catch (OutOfMemoryError e) {
      throw new InvalidSeriesException(
          name,
          "does not fit in memory (%,d MiB for Java)"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          "give Java more, for example TSAD_JAVA_OPTIONS=-Xmx4g",
          e);
    }
  }

  @Override
  public void close() {
    opener = null;
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
