package io.tsad.trainer.training;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.Progress;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.fit.DivergedException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fits a network in PyTorch, or several that vote, each from a seed of its own.
 *
 * @param start when the training began
 */
record BackPropagation(
    Plan plan, Network network, Progress progress, InstantSource clock, Instant start)
    implements Fitting {
  /** The numbers of all that vote. */
  @Override
  public Blueprint blueprint() {
    Blueprint one = network.blueprint();
    if (plan.ensemble() == 1) {
      return one;
    }
    Map<String, Object> parameters = new LinkedHashMap<>(one.parameters());
    parameters.put("ensemble", plan.ensemble());
    return new Blueprint(one.name(), parameters, plan.ensemble() * one.parameterCount());
  }

  @Override
  public boolean needsHeldBack() {
    return true;
  }

  @Override
  public CalibrationMethod calibration() {
    return CalibrationMethod.NONE;
  }

  @Override
  public FittedModel fit(Dataset dataset, HeldBack split, TorchDevice device, StagedFolder folder)
      throws IOException, TsadException, InterruptedException {
    CheckpointFile checkpoint = new CheckpointFile(folder.kept().resolve("checkpoint"));
    try (FitLog log =
            FitLog.open(plan, dataset, split.train().size(), folder.path(), progress, clock);
        EnsembleFit fit =
            new EnsembleFit(plan, network, dataset, split, device, log, progress, clock)) {
      return fit.run(checkpoint, start);
    } catch (DivergedException diverged) {
      checkpoint.delete(); // Going on from it would end the same.
      throw diverged;
    }
  }
}
