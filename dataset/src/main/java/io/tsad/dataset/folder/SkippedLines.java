package io.tsad.dataset.folder;

import io.tsad.runtime.FileName;
import io.tsad.runtime.OneLine;
import io.tsad.runtime.series.SeriesFiles;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What to say of files that are no regular ones. */
public final class SkippedLines {
  private SkippedLines() {}

  /** Of all in a data folder. */
  public static Stream<String> of(DatasetFiles files) {
    return files.skipped().stream().map(SkippedLines::of);
  }

  /** Of one. */
  public static String of(Path file) {
    return OneLine.of(FileName.of(file)) + ": " + SeriesFiles.SKIPPED;
  }
}
