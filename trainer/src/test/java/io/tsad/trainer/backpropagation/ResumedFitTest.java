package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Cnn;
import io.tsad.trainer.architecture.Lite;
import io.tsad.trainer.architecture.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fits that go on from the state after some step. */
class ResumedFitTest {
  private static final LengthRule RULE = new LengthRule(64, false);
  private final List<LabelledSeries> train = LevelShifts.ofLength(64).series("train", 22);
  private final List<LabelledSeries> held = LevelShifts.ofLength(64).series("held", 6);

  @Test
  void whereverTheyGoOnFromWeightsAndAllThatIsToldAreTheSame() throws Exception {
    for (Network network : List.of(Cnn.of(64), Lite.network())) {
      for (Balance balance : Balance.values()) {
        List<byte[]> states = new ArrayList<>();
        Told whole = new Told();
        List<float[]> weights = run(network, balance, whole, Optional.empty(), states);
        // Three steps an epoch: within one, at the end of one, before the very end.
        for (int step : new int[] {1, 3, 4, states.size() - 1, states.size()}) {
          Told rest = new Told();
          List<float[]> again =
              run(network, balance, rest, Optional.of(states.get(step - 1)), new ArrayList<>());
          for (int i = 0; i < weights.size(); i++) {
            assertArrayEquals(weights.get(i), again.get(i));
          }
          assertEquals(whole.steps.subList(step, whole.steps.size()), rest.steps);
          assertEquals(
              whole.losses.subList(whole.losses.size() - rest.losses.size(), whole.losses.size()),
              rest.losses);
          assertEquals(
              train.size() * ((step - 1) / 3) + Math.min(22, 8 * ((step - 1) % 3 + 1)),
              rest.before);
        }
      }
    }
  }

  private List<float[]> run(
      Network network,
      Balance balance,
      FitListener listener,
      Optional<byte[]> from,
      List<byte[]> states)
      throws Exception {
    FitConfig config =
        FitConfig.builder()
            .epochs(4)
            .batch(8)
            .learningRate(0.01)
            .warmup(3)
            .schedule(new Schedule.Plateau(1))
            .patience(2)
            .balance(balance)
            .augmentations(List.of(Augmentation.MIXUP, Augmentation.TIME_WARP))
            .noise(new Noise(-0.1, 0.1))
            .seed(5)
            .build();
    Checkpoints all =
        new Checkpoints() {
          @Override
          public Optional<StateInput> last() {
            return from.map(bytes -> new StateInput(new ByteArrayInputStream(bytes)));
          }

          @Override
          public boolean due() {
            return true;
          }

          @Override
          public void keep(State state) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
              state.save(new StateOutput(bytes));
            } catch (IOException fault) {
              throw new UncheckedIOException(fault);
            }
            states.add(bytes.toByteArray());
          }
        };
    Fit fit = new Fit(config, Double.POSITIVE_INFINITY, InstantSource.fixed(Instant.EPOCH));
    FitData data = new FitData(train, held, 2, RULE);
    try (TorchNetwork torch = fit.run(network, data, Device.cpu(), listener, all).network()) {
      return torch.weights();
    }
  }

  private static final class Told extends SmallFit.Quiet {
    private final List<Step> steps = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private long before;

    @Override
    public void resumed(long learnt) {
      before = learnt;
    }

    @Override
    public void step(Step step) {
      steps.add(step);
    }

    @Override
    public void epoch(Epoch epoch) {
      losses.add(epoch.loss());
      losses.add(epoch.heldLoss().orElseThrow());
    }
  }
}
