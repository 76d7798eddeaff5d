package io.tsad.trainer.fit;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.dataset.LabelledSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The training loop. */
public final class Fit {
  /** The reference reports every 30 steps; until then losses stay on the device. */
  static final int REPORT_EVERY = 30;

  private static final Loss CROSS_ENTROPY = Loss.softmaxCrossEntropyLoss();

  private final FitConfig config;
  private final LengthRule length;
  private final InstantSource clock;

  public Fit(FitConfig config, LengthRule length, InstantSource clock) {
    this.config = config;
    this.length = length;
    this.clock = clock;
  }

  /**
   * Fits {@code network} to {@code series}. Everything random follows from the seed: on one
   * machine, with one number of threads, the same call gives the same weights to the bit.
   *
   * @return the fitted network, on the CPU; close it
   */
  public TorchNetwork run(
      Network network,
      List<LabelledSeries> series,
      int classes,
      Device device,
      FitListener listener)
      throws TsadException, InterruptedException {
    Engine engine = Engine.getEngine("PyTorch");
    engine.setRandomSeed(Math.toIntExact(config.seed() & 0x7fffffff)); // Dropout draws in PyTorch.
    TrainingSet set = new TrainingSet(series, classes, length);
    TorchNetwork torch =
        new TorchNetwork(network, device, new RandomStream(config.seed(), "weights"));
    Adam adam = new Adam(torch, config.learningRate(), config.warmup());
    try (BatchLoader loader = new BatchLoader(set, length.samples(), config);
        Ledger ledger = new Ledger(torch.manager(), config, listener)) {
      for (int epoch = 1; epoch <= config.epochs(); epoch++) {
        Instant start = clock.instant();
        ledger.startEpoch(epoch);
        for (int seen = 0; seen < set.size(); ) {
          Batch batch = loader.next();
          seen += batch.size();
          try (NDManager scratch = torch.manager().newSubManager()) {
            NDArray x =
                scratch.create(batch.samples(), new Shape(batch.size(), 1, length.samples()));
            NDArray y = scratch.create(batch.labels());
            try (GradientCollector gradients = engine.newGradientCollector()) {
              NDArray logits = torch.logits(x, true);
              NDArray loss = CROSS_ENTROPY.evaluate(new NDList(y), new NDList(logits));
              gradients.backward(loss);
              ledger.record(logits, loss, batch.labels());
            }
            adam.step(scratch);
          }
          listener.batch(batch.size());
        }
        Duration took = Duration.between(start, clock.instant());
        ledger.endEpoch(took.toNanos() / 1e9, torch);
      }
      return torch.onCpu();
    } catch (TsadException | InterruptedException | RuntimeException e) {
      torch.close();
      throw e;
    }
  }
}
