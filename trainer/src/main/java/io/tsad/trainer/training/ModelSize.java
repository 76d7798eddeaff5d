package io.tsad.trainer.training;

import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.trainer.architecture.Blueprint;
import java.nio.file.Path;
import java.util.Locale;

/** Refuses a training whose model no ONNX file could hold, before hours are spent on it. */
record ModelSize(Blueprint blueprint) {
  /** Protobuf messages end at 2 GiB; graph and card need some of it. */
  private static final long MOST = (2L << 30) - (64L << 20);

  /**
   * @param data what messages call the data folder
   * @param length of the model, in samples
   */
  void require(Path data, int length) throws InvalidDatasetException {
    long needed = blueprint.parameterCount() * Float.BYTES;
    if (needed > MOST) {
      throw new InvalidDatasetException(
          data.toString(),
          String.format(
              Locale.ROOT,
              "%s of %,d samples would have %,d MB; an ONNX file holds at most %,d MB",
              blueprint.name(),
              length,
              needed >> 20,
              MOST >> 20),
          "pass a smaller --length, or take another --arch");
    }
  }
}
