package io.tsad.trainer.training;

import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A model folder to be written, whole or not at all. */
final class ModelOutput {
  private ModelOutput() {}

  /**
   * Starts the model folder of {@code plan}.
   *
   * @throws OutputException if it may not or cannot be written: replacing removes all that is in a
   *     folder, so that only a model is replaced; and a model among the series would be taken for
   *     one of them
   */
  static StagedFolder open(Plan plan) throws OutputException {
    Path target = plan.out();
    if (plan.replace() && holdsOtherThings(target)) {
      throw OutputException.usage(
          target, "is not a model folder, so --force does not replace it", "choose another");
    }
    if (isWithin(plan.data(), target)) {
      throw OutputException.usage(target, "holds the data", "choose a folder of its own");
    }
    for (String tree : List.of("train", "val", "mask")) {
      if (isWithin(target, plan.data().resolve(tree))) {
        throw OutputException.usage(target, "is among the series of the data", "choose another");
      }
    }
    return StagedFolder.open(target, plan.replace());
  }

  private static boolean holdsOtherThings(Path target) throws OutputException {
    if (!Files.isDirectory(target)
        || Files.exists(target.resolve("model.onnx"))
        || Files.exists(target.resolve("card.json"))) {
      return false;
    }
    try (Stream<Path> entries = Files.list(target)) {
      return entries.findAny().isPresent();
    } catch (IOException e) {
      throw OutputException.cannotWrite(target, e);
    }
  }

  private static boolean isWithin(Path inner, Path outer) throws OutputException {
    try {
      return real(inner).startsWith(real(outer));
    } catch (IOException e) {
      throw OutputException.cannotWrite(inner, e);
    }
  }

  /** Where it really is, or will be. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = absolute;
    while (!Files.exists(there)) {
      Path parent = there.getParent();
      if (parent == null) {
        return absolute;
      }
      there = parent;
    }
    return there.toRealPath().resolve(there.relativize(absolute));
  }
}
