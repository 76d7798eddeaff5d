package io.tsad.trainer.command;

import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.architecture.Recommended;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --arch}: an architecture, or what is recommended for the data.
 *
 * @param named null for {@code auto}
 */
record ArchitectureChoice(@Nullable Architecture named) {
  static final ArchitectureChoice AUTO = new ArchitectureChoice(null);

  boolean isAuto() {
    return named == null;
  }

  /**
   * The architecture for a data folder.
   *
   * @param length of the series, in samples
   * @throws InvalidDatasetException if it has to be chosen and {@code data} is no data folder
   */
  Architecture of(Path data, int length) throws InvalidDatasetException {
    return named == null ? Recommended.of(DatasetFiles.list(data).train().size(), length) : named;
  }
}
