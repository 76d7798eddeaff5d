package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.dataset.Dataset;
import io.tsad.trainer.dataset.LabelledSeries;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.NetworkNodes;
import io.tsad.trainer.fit.Fit;
import io.tsad.trainer.fit.TorchNetwork;
import io.tsad.trainer.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Fits a network in PyTorch. */
record BackPropagation(Plan plan, Network network, Progress progress, InstantSource clock)
    implements Fitting {
  @Override
  public Blueprint blueprint() {
    return network.blueprint();
  }

  @Override
  public FittedModel fit(
      Dataset dataset, List<LabelledSeries> train, TorchDevice device, Path folder)
      throws IOException, TsadException, InterruptedException {
    try (FitLog log = FitLog.open(plan, dataset, train.size(), folder, progress, clock)) {
      TorchNetwork torch =
          new Fit(plan.fit(), plan.length(), clock)
              .run(network, train, dataset.classes().size(), device.device(), log);
      return new Fitted(network, torch, plan.length());
    }
  }

  private record Fitted(Network network, TorchNetwork torch, LengthRule length)
      implements FittedModel {
    @Override
    public List<float[]> probabilities(List<double[]> raw) {
      return torch.probabilities(raw, length);
    }

    @Override
    public ModelNodes nodes() {
      return new NetworkNodes(network, torch.weights());
    }

    @Override
    public void close() {
      torch.close();
    }
  }
}
