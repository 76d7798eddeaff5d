package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.backpropagation.Ending;
import io.tsad.trainer.backpropagation.Fit;
import io.tsad.trainer.backpropagation.FitConfig;
import io.tsad.trainer.backpropagation.FitData;
import io.tsad.trainer.backpropagation.StateInput;
import io.tsad.trainer.backpropagation.StateOutput;
import io.tsad.trainer.backpropagation.TorchNetwork;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits one network after the other, and leaves and finds the state of it all. */
final class EnsembleFit implements AutoCloseable {
  private final Run run;
  private final Plan plan;
  private final Network network;
  private final FitData data;
  private final FitLog log;
  private final FittedEnsemble voters;
  private @Nullable Map<String, String> identity;
  private boolean fitted;

  EnsembleFit(Run run, Network network, FitLog log) {
    this.run = run;
    this.plan = run.plan();
    this.network = network;
    this.data =
        new FitData(
            run.split().train(), run.split().held(), run.dataset().classes().size(), plan.length());
    this.log = log;
    this.voters =
        new FittedEnsemble(plan, network, new ArrayList<>(), new ArrayList<>(), run.device());
  }

  /**
   * Fits what is left to fit.
   *
   * @return the fitted networks, which closing this leaves open
   */
  FittedEnsemble run(CheckpointFile checkpoint)
      throws IOException, TsadException, InterruptedException {
    if (plan.runOptions().resume() && checkpoint.exists()) {
      try (CheckpointFile.Opened opened = checkpoint.open(identity())) {
        StateInput state = opened.state();
        load(state);
        run.progress()
            .line(
                String.format(
                    Locale.ROOT,
                    "Going on from %s, in network %d of %d",
                    checkpoint.file(),
                    voters.members().size() + 1,
                    plan.ensemble()));
        fitRest(checkpoint, Optional.of(state));
      }
    } else {
      if (plan.runOptions().resume()) {
        run.progress()
            .line("Nothing to go on from: there is no checkpoint. Starting from the beginning");
      } else if (checkpoint.exists()) {
        run.progress()
            .line(
                "A run that did not end left a checkpoint, "
                    + checkpoint.file()
                    + "; --resume would go on from it. This run starts anew and will replace it");
      }
      fitRest(checkpoint, Optional.empty());
    }
    fitted = true;
    return voters;
  }

  private void fitRest(CheckpointFile checkpoint, Optional<StateInput> state)
      throws IOException, TsadException, InterruptedException {
    Optional<StateInput> last = state;
    Duration whole = plan.runOptions().budget();
    double before = voters.endings().stream().mapToDouble(Ending::seconds).sum();
    while (voters.members().size() < plan.ensemble()) {
      int member = voters.members().size();
      log.startMember(member, last.isPresent());
      FitConfig config = plan.fit().toBuilder().seed(plan.fit().seed() + member).build();
      double allowed =
          whole == null
              ? Double.POSITIVE_INFINITY
              : new Budget(whole, run.start())
                  .used(before)
                  .share(run.clock().instant(), plan.ensemble() - member);
      MemberCheckpoints checkpoints =
          new MemberCheckpoints(checkpoint, last, this::identity, this::save, run);
      Fit.Result result =
          new Fit(config, allowed, run.clock())
              .run(network, data, run.device().device(), log, checkpoints);
      voters.members().add(result.network());
      voters.endings().add(result.ending());
      log.endMember(result.ending());
      last = Optional.empty();
    }
  }

  private Map<String, String> identity() {
    if (identity == null) {
      identity = Identity.of(run);
    }
    return identity;
  }

  /** All but the network in hand. */
  private void save(StateOutput out) throws IOException {
    out.count(voters.members().size());
    for (int i = 0; i < voters.members().size(); i++) {
      Ending ending = voters.endings().get(i);
      out.count(ending.epochs());
      out.count(ending.kept());
      out.text(ending.reason().name());
      out.number(ending.seconds());
      out.floats(voters.members().get(i).weights());
    }
    log.save(out);
  }

  private void load(StateInput in) throws IOException {
    for (int left = in.count(); left > 0; left--) {
      voters
          .endings()
          .add(new Ending(in.count(), in.count(), Ending.Reason.valueOf(in.text()), in.number()));
      voters.members().add(TorchNetwork.of(network, in.floatArrays()));
    }
    log.load(in);
  }

  @Override
  public void close() {
    if (!fitted) {
      voters.close();
    }
  }
}
