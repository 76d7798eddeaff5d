package io.tsad.trainer.backpropagation;

import ai.djl.Device;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Cnn;
import io.tsad.trainer.architecture.Network;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Fits of seconds, for tests. */
public record SmallFit(FitConfig config, LengthRule rule) {
  public static SmallFit of(int epochs, int batch, long seed, LengthRule rule) {
    return new SmallFit(
        FitConfig.builder()
            .epochs(epochs)
            .batch(batch)
            .noise(new Noise(-1.0 / 40, 1.0 / 40))
            .seed(seed)
            .build(),
        rule);
  }

  public TorchNetwork run(List<LabelledSeries> series)
      throws IOException, TsadException, InterruptedException {
    return run(series, new Quiet());
  }

  public TorchNetwork run(Network network, List<LabelledSeries> series)
      throws IOException, TsadException, InterruptedException {
    return run(network, series, List.of(), new Quiet()).network();
  }

  TorchNetwork run(List<LabelledSeries> series, FitListener listener)
      throws IOException, TsadException, InterruptedException {
    return run(Cnn.of(rule.samples()), series, List.of(), listener).network();
  }

  Fit.Result run(
      Network network, List<LabelledSeries> series, List<LabelledSeries> held, FitListener listener)
      throws IOException, TsadException, InterruptedException {
    return new Fit(config, Double.POSITIVE_INFINITY, InstantSource.fixed(Instant.EPOCH))
        .run(network, new FitData(series, held, 2, rule), Device.cpu(), listener, Checkpoints.NONE);
  }

  /** Listens to nothing. */
  static class Quiet implements FitListener {
    @Override
    public void resumed(long learnt) {}

    @Override
    public void batch(int size) {}

    @Override
    public void step(Step step) throws TsadException {}

    @Override
    public void epoch(Epoch epoch) throws TsadException {}
  }
}
