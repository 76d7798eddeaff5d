package io.tsad.trainer.training;

import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.model.ModelFolder;
import io.tsad.runtime.series.DatasetLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    if (plan.replace()) {
      StagedFolder.requireReplaceable(target, "model folder", ModelFolder::is);
    }
    if (isWithin(plan.data(), target)) {
      throw OutputException.usage(target, "holds the data", "choose a folder of its own");
    }
    for (String tree : List.of(DatasetLayout.TRAIN, DatasetLayout.VAL, DatasetLayout.MASK)) {
      if (isWithin(target, plan.data().resolve(tree))) {
        throw OutputException.usage(target, "is among the series of the data", "choose another");
      }
    }
    return StagedFolder.open(target, plan.replace());
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
