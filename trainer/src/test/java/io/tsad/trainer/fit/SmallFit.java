package io.tsad.trainer.fit;

import ai.djl.Device;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Cnn;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.dataset.LabelledSeries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Fits of seconds, for tests. */
public record SmallFit(FitConfig config, LengthRule rule) {
  public static SmallFit of(int epochs, int batch, long seed, LengthRule rule) {
    return new SmallFit(
        new FitConfig(epochs, batch, 0.001, 0, new Noise(-1.0 / 40, 1.0 / 40), seed), rule);
  }

  public TorchNetwork run(List<LabelledSeries> series) throws TsadException, InterruptedException {
    return run(series, new Quiet());
  }

  public TorchNetwork run(Network network, List<LabelledSeries> series)
      throws TsadException, InterruptedException {
    return run(network, series, new Quiet());
  }

  TorchNetwork run(List<LabelledSeries> series, FitListener listener)
      throws TsadException, InterruptedException {
    return run(Cnn.of(rule.samples()), series, listener);
  }

  private TorchNetwork run(Network network, List<LabelledSeries> series, FitListener listener)
      throws TsadException, InterruptedException {
    return new Fit(config, rule, InstantSource.fixed(Instant.EPOCH))
        .run(network, series, 2, Device.cpu(), listener);
  }

  /** Listens to nothing. */
  static class Quiet implements FitListener {
    @Override
    public void batch(int size) {}

    @Override
    public void step(Step step) throws TsadException {}

    @Override
    public void epoch(Epoch epoch) throws TsadException {}
  }
}
