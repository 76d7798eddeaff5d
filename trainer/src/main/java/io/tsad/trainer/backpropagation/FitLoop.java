package io.tsad.trainer.backpropagation;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.tsad.runtime.TsadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The training loop. Its state is where it is, the weights, and what its parts remember; all else
 * follows from the seed.
 */
final class FitLoop implements Checkpoints.State, AutoCloseable {
  private final Engine engine = Engine.getEngine("PyTorch");
  private final FitConfig config;
  private final double allowed;
  private final FitData data;
  private final TorchNetwork network;
  private final FitListener listener;

  private final NDManager manager;
  private final TrainingSet set;
  private final Sampler sampler;
  private final List<BatchChange> changes = new ArrayList<>();
  private final TorchRandom random;
  private final Adam adam;
  private final LearningRate rate;
  private final EarlyStopping stopping;
  private final Ledger ledger;
  private final Stopwatch watch;

  private int epoch = 1;
  private int seen;
  private int steps;
  private double epochStart;

  FitLoop(Fit fit, FitData data, TorchNetwork network, FitListener listener) {
    this.config = fit.config();
    this.allowed = fit.allowed();
    this.data = data;
    this.network = network;
    this.listener = listener;
    this.watch = new Stopwatch(fit.clock());
    this.manager = network.manager().newSubManager();
    this.set =
        TrainingSet.of(
            data.train(),
            data.classes(),
            data.length(),
            config.balance(),
            manager,
            TrainingSet.RESIDENT);
    this.sampler =
        config
            .balance()
            .sampler(set.labels(), data.classes(), new RandomStream(config.seed(), "sampling"));
    for (Augmentation augmentation : config.augmentations()) {
      changes.add(augmentation.on(manager, data.length().samples()));
    }
    if (config.noise().any()) {
      changes.add(BatchChange.noise(config.noise(), manager));
    }
    this.random = new TorchRandom(config.seed());
    this.adam = new Adam(network);
    this.rate = new LearningRate(config);
    this.stopping = new EarlyStopping(config.patience());
    this.ledger = new Ledger(manager, config, listener);
  }

  Ending run(Checkpoints checkpoints) throws IOException, TsadException, InterruptedException {
    Optional<StateInput> last = checkpoints.last();
    if (last.isPresent()) {
      load(last.get());
    }
    for (int earlier = 1; earlier < epoch; earlier++) {
      sampler.epoch();
    }
    while (true) {
      learn(checkpoints);
      endEpoch();
      Optional<Ending.Reason> reason = whyEnd();
      if (reason.isPresent()) {
        int kept = stopping.restore(network, epoch);
        return new Ending(epoch, kept, reason.get(), watch.seconds());
      }
      epoch++;
      seen = 0;
      epochStart = watch.seconds();
    }
  }

  /** The steps of an epoch, or those that are left of it. */
  private void learn(Checkpoints checkpoints) throws TsadException, InterruptedException {
    try (NDArray order = set.order(sampler.epoch())) {
      while (seen < set.size() && (seen == 0 || !late())) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        int size = Math.min(config.batch(), set.size() - seen);
        step(order, size);
        seen += size;
        steps++;
        listener.batch(size);
        if (checkpoints.due()) {
          ledger.settle();
          checkpoints.keep(this);
        }
      }
    }
  }

  @SuppressWarnings("try") // PyTorch records what the loss follows from while the collector is open
  private void step(NDArray order, int size) throws TsadException {
    random.start(steps);
    try (NDManager scratch = manager.newSubManager()) {
      Batch batch = set.batch(order, seen, seen + size, scratch);
      for (BatchChange change : changes) {
        batch = change.apply(batch, scratch);
      }
      try (GradientCollector open = engine.newGradientCollector()) {
        NDArray logits = network.logits(batch.series(), true);
        NDArray loss = CrossEntropy.of(logits, batch.targets());
        ledger.record(epoch, logits, batch.targets(), loss);
        adam.step(loss, rate.at(steps + 1, progress()));
      }
    }
  }

  private void endEpoch() throws TsadException {
    Ledger.Sums sums = ledger.endEpoch(epoch, network);
    OptionalDouble held = OptionalDouble.empty();
    if (stopping.on()) {
      double loss =
          CrossEntropy.of(network, data.held(), data.classes(), data.length(), config.balance());
      stopping.endEpoch(epoch, loss, network);
      held = OptionalDouble.of(loss);
    }
    listener.epoch(
        new FitListener.Epoch(
            epoch,
            steps - 1,
            sums.seen(),
            sums.meanLoss(),
            sums.accuracy(),
            held,
            rate.now(),
            watch.seconds() - epochStart,
            network));
    rate.endEpoch(sums.meanLoss());
  }

  private Optional<Ending.Reason> whyEnd() {
    if (stopping.over(epoch)) {
      return Optional.of(Ending.Reason.PATIENCE);
    } else if (epoch == config.epochs()) {
      return Optional.of(Ending.Reason.EPOCHS);
    }
    return late() ? Optional.of(Ending.Reason.BUDGET) : Optional.empty();
  }

  private boolean late() {
    return watch.seconds() >= allowed;
  }

  /** Of the steps, or of the time where that is shorter; 0 to 1. */
  private double progress() {
    double ofEpochs = (epoch - 1 + seen / (double) set.size()) / config.epochs();
    return allowed == Double.POSITIVE_INFINITY
        ? ofEpochs
        : Math.min(1, Math.max(ofEpochs, watch.seconds() / allowed));
  }

  @Override
  public void save(StateOutput out) throws IOException {
    out.count(epoch);
    out.count(seen);
    out.count(steps);
    out.number(epochStart);
    out.floats(network.weights());
    adam.save(out);
    rate.save(out);
    stopping.save(out);
    ledger.save(out);
    watch.save(out);
  }

  private void load(StateInput in) throws IOException {
    epoch = in.count();
    seen = in.count();
    steps = in.count();
    epochStart = in.number();
    network.load(in.floatArrays());
    adam.load(in);
    rate.load(in);
    stopping.load(in);
    ledger.load(in);
    watch.load(in);
    listener.resumed((epoch - 1L) * set.size() + seen);
  }

  @Override
  public void close() {
    adam.close();
    set.close();
    manager.close();
  }
}
