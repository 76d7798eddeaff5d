package io.tsad.runtime.infer;

import io.tsad.runtime.pipeline.Source;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.SeriesFiles;
import io.tsad.runtime.series.SeriesReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of a folder as sources, and a fault in place of what cannot be listed. */
final class FolderSources implements Iterator<Source> {
  private final SeriesFiles files;
  private final SeriesReader reader;
  private @Nullable Source next;

  FolderSources(Path folder, SeriesReader reader, Consumer<Path> onSkipped) {
    this.files = new SeriesFiles(folder, onSkipped);
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = find();
    }
    return next != null;
  }

  private @Nullable Source find() {
    try {
      Path file = files.next();
      return file == null ? null : () -> reader.open(file);
    } catch (InvalidSeriesException e) {
      return () -> new FaultCursor(e);
    }
  }

  @Override
  public Source next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Source found = next;
    next = null;
    return found;
  }
}
