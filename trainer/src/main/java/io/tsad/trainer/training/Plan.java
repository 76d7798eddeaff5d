package io.tsad.trainer.training;

import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.backpropagation.FitConfig;
import io.tsad.trainer.kernel.Pruning;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to train, on what, and where to put it.
 *
 * @param data folder of labelled series
 * @param out model folder to make
 * @param replace whether {@code out} may exist and is replaced when the new model is whole
 * @param positive class that means <em>anomaly</em>, or null for the class of that name
 * @param architecture the kind of network
 * @param ensemble how many networks vote, at least 1
 * @param length how series become the network's
 * @param recipe how to train
 * @param calibration of the probabilities, or null for what suits the architecture
 * @param fit how long and how fast
 * @param device where to train
 * @param precision of the exported model
 * @param strict whether anything to warn of ends the training without a model
 * @param runOptions how to deal with time, and with being killed
 * @param pruning of the kernel classifier
 */
public record Plan(
    Path data,
    Path out,
    boolean replace,
    @Nullable String positive,
    Architecture architecture,
    int ensemble,
    LengthRule length,
    Recipe recipe,
    @Nullable CalibrationMethod calibration,
    FitConfig fit,
    Device device,
    Precision precision,
    boolean strict,
    RunOptions runOptions,
    Pruning pruning) {
  /**
   * A training as it is by default, in place of what {@code out} may be.
   *
   * @param seed of everything random
   * @param device where to train
   * @param pruning of the kernel classifier
   */
  public static Plan usual(
      Path data,
      Path out,
      Architecture architecture,
      LengthRule length,
      long seed,
      Device device,
      Pruning pruning) {
    Recipe recipe = Recipe.tsad(architecture);
    return new Plan(
        data,
        out,
        true,
        null,
        architecture,
        architecture.ensemble(),
        length,
        recipe,
        null,
        FitDefaults.of(architecture, recipe).toBuilder().seed(seed).build(),
        device,
        Precision.FP32,
        false,
        RunOptions.USUAL,
        pruning);
  }
}
