package io.tsad.trainer.command;

import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.architecture.Recommended;
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
   */
  Architecture of(DatasetFiles data, int length) {
    return named == null ? Recommended.of(data.train().size(), length) : named;
  }
}
