package io.tsad.trainer.training;

import ai.djl.engine.EngineException;
import io.tsad.dataset.folder.InvalidDatasetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Data that do not fit in the memory there is. */
final class MemoryFault {
  /** What PyTorch says of memory of the host and of a GPU. */
  private static final Pattern OF_PYTORCH =
      Pattern.compile("(?i)can't allocate memory|not enough memory|out of memory");

  private MemoryFault() {}

  /**
   * Java's is at its end.
   *
   * @param data what messages call the data folder
   */
  static InvalidDatasetException of(Path data, OutOfMemoryError cause) {
    return new InvalidDatasetException(
        data.toString(),
        String.format(
            Locale.ROOT,
            "needs more memory than the %,d MB that Java may use",
            Runtime.getRuntime().maxMemory() >> 20),
        "pass a smaller --length, take fewer series, or set TSAD_JAVA_OPTIONS=-Xmx with more if"
            + " there is so much",
        cause);
  }

  /** PyTorch failed; empty if not for want of memory. */
  static Optional<InvalidDatasetException> of(Path data, EngineException cause) {
    return OF_PYTORCH.matcher(String.valueOf(cause.getMessage())).find()
        ? Optional.of(
            new InvalidDatasetException(
                data.toString(),
                "needs more memory than PyTorch can have",
                "pass a smaller --length or --batch, or take fewer series",
                cause))
        : Optional.empty();
  }
}
