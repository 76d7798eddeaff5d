package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Cnn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
  private static final LengthRule RULE = new LengthRule(64, false);
  private static final int PATIENCE = 3;

  private final List<LabelledSeries> train = LevelShifts.ofLength(64).series("train", 40);

  /** With wrong labels, so that what is learnt makes them worse sooner or later. */
  private final List<LabelledSeries> held =
      LevelShifts.ofLength(64).series("held", 10).stream()
          .map(one -> new LabelledSeries(one.name(), one.values(), 1 - one.label()))
          .toList();

  private static SmallFit fit(int epochs, int patience) {
    return new SmallFit(FitConfig.builder().epochs(epochs).patience(patience).build(), RULE);
  }

  @Test
  void theBestEpochIsKeptAndTheFitEndsWhenNoneHasBeenBetterForLong() throws Exception {
    List<Double> losses = new ArrayList<>();
    List<List<float[]>> weights = new ArrayList<>();
    FitListener listener =
        new SmallFit.Quiet() {
          @Override
          public void epoch(Epoch epoch) {
            losses.add(epoch.heldLoss().orElseThrow());
            weights.add(epoch.network().weights());
          }
        };
    Fit.Result result = fit(50, PATIENCE).run(Cnn.of(64), train, held, listener);
    try (TorchNetwork kept = result.network()) {
      int best =
          IntStream.range(0, losses.size())
              .boxed()
              .min(Comparator.comparing(losses::get))
              .orElseThrow();
      Ending ending = result.ending();
      assertEquals(Ending.Reason.PATIENCE, ending.reason());
      assertEquals(best + 1, ending.kept());
      assertEquals(best + 1 + PATIENCE, ending.epochs());
      assertEquals(ending.epochs(), losses.size());
      for (int i = 0; i < weights.get(best).size(); i++) {
        assertArrayEquals(weights.get(best).get(i), kept.weights().get(i));
      }
      assertEquals(losses.get(best), CrossEntropy.of(kept, held, 2, RULE, Balance.SAMPLER), 1e-12);
    }
  }

  @Test
  void withoutPatienceAllEpochsRunAndTheLastIsKept() throws Exception {
    Fit.Result result = fit(6, 0).run(Cnn.of(64), train, held, new SmallFit.Quiet());
    result.network().close();
    assertEquals(new Ending(6, 6, Ending.Reason.EPOCHS, 0), result.ending());
  }

  @Test
  void whetherItIsWatchedChangesNothingThatIsLearnt() throws Exception {
    List<Double> watched = new ArrayList<>();
    List<Double> unwatched = new ArrayList<>();
    fit(4, 4).run(Cnn.of(64), train, held, losses(watched)).network().close();
    fit(4, 0).run(Cnn.of(64), train, List.of(), losses(unwatched)).network().close();
    assertTrue(watched.size() > 1);
    assertEquals(unwatched.subList(0, watched.size()), watched);
  }

  private static FitListener losses(List<Double> told) {
    return new SmallFit.Quiet() {
      @Override
      public void epoch(Epoch epoch) {
        told.add(epoch.loss());
      }
    };
  }
}
