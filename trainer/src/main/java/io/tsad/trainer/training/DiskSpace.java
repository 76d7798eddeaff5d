package io.tsad.trainer.training;

import io.tsad.runtime.OutputException;
import io.tsad.trainer.architecture.Blueprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Refuses a training whose model would not fit on the disk, before hours are spent on it. */
record DiskSpace(Blueprint blueprint) {
  /** Card, plot, curves and logs. */
  private static final long BESIDE_WEIGHTS = 16L << 20;

  void require(Path folder, Path out) throws IOException, OutputException {
    require(Files.getFileStore(folder).getUsableSpace(), out);
  }

  void require(long free, Path out) throws OutputException {
    long needed = blueprint.parameterCount() * Float.BYTES + BESIDE_WEIGHTS;
    if (free < needed) {
      throw OutputException.cannotWrite(
          out,
          new IOException(
              String.format(
                  Locale.ROOT,
                  "the model needs about %,d MB, the disk has %,d MB left",
                  needed >> 20,
                  free >> 20)));
    }
  }
}
