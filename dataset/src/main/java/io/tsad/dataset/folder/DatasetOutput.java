package io.tsad.dataset.folder;

import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A data folder to be written, whole or not at all. */
public final class DatasetOutput {
  private DatasetOutput() {}

  /**
   * Starts a data folder at {@code target}.
   *
   * @param replace whether a data folder that is there already is replaced; any other folder that
   *     holds something is refused, since replacing removes all that is in it
   * @throws OutputException if {@code target} may not or cannot be written
   */
  public static StagedFolder open(Path target, boolean replace) throws OutputException {
    if (replace && holdsOtherThings(target)) {
      throw OutputException.usage(
          target, "is not a data folder, so --force does not replace it", "choose another");
    }
    return StagedFolder.open(target, replace);
  }

  private static boolean holdsOtherThings(Path target) throws OutputException {
    if (!Files.isDirectory(target)
        || Files.isDirectory(target.resolve("train"))
        || Files.isDirectory(target.resolve("val"))) {
      return false;
    }
    try (Stream<Path> entries = Files.list(target)) {
      return entries.findAny().isPresent();
    } catch (IOException e) {
      throw OutputException.cannotWrite(target, e);
    }
  }
}
