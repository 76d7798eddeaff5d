package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.dataset.Dataset;
import io.tsad.trainer.dataset.LabelledSeries;
import io.tsad.trainer.fit.Fit;
import io.tsad.trainer.fit.FitConfig;
import io.tsad.trainer.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits a network in PyTorch, or several that vote, each from a seed of its own. */
record BackPropagation(Plan plan, Network network, Progress progress, InstantSource clock)
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
  public FittedModel fit(
      Dataset dataset, List<LabelledSeries> train, TorchDevice device, Path folder)
      throws IOException, TsadException, InterruptedException {
    Voters voters = new Voters(plan, network, new ArrayList<>(), device);
    try (FitLog log = FitLog.open(plan, dataset, train.size(), folder, progress, clock)) {
      for (int member = 0; member < plan.ensemble(); member++) {
        log.startMember(member);
        FitConfig config = plan.fit().withSeed(plan.fit().seed() + member);
        voters
            .members()
            .add(
                new Fit(config, plan.length(), clock)
                    .run(network, train, dataset.classes().size(), device.device(), log));
      }
      return voters;
    } catch (IOException | TsadException | InterruptedException | RuntimeException e) {
      voters.close();
      throw e;
    }
  }
}
