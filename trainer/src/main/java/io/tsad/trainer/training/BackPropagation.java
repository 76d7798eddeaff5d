package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.backpropagation.DivergedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fits a network in PyTorch, or several that vote, each from a seed of its own. */
record BackPropagation(Plan plan, Network network) implements Fitting {
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
  public FittedModel fit(Run run) throws IOException, TsadException, InterruptedException {
    CheckpointFile checkpoint = new CheckpointFile(run.folder().kept().resolve("checkpoint"));
    try (FitLog log = FitLog.open(run);
        EnsembleFit fit = new EnsembleFit(run, network, log)) {
      return fit.run(checkpoint);
    } catch (DivergedException diverged) {
      checkpoint.delete(); // Going on from it would end the same.
      throw diverged;
    }
  }
}
