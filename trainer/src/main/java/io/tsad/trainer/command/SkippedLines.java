package io.tsad.trainer.command;

import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.runtime.FileName;
import io.tsad.runtime.OneLine;
import io.tsad.runtime.series.SeriesFiles;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What to say of files that are no regular ones. */
final class SkippedLines {
  private SkippedLines() {}

  static Stream<String> of(DatasetFiles files) {
    return files.skipped().stream().map(SkippedLines::of);
  }

  static String of(Path file) {
    return OneLine.of(FileName.of(file)) + ": " + SeriesFiles.SKIPPED;
  }
}
