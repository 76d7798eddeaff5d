package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.TsadException.Kind;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Cnn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final LengthRule RULE = new LengthRule(64, false);
  private final List<LabelledSeries> series = LevelShifts.ofLength(64).series("train", 40);

  @Test
  void learnsToTellEasySeriesApart() throws Exception {
    List<LabelledSeries> unseen = LevelShifts.ofLength(64).series("val", 20);
    try (TorchNetwork torch = SmallFit.of(4, 10, 0, RULE).run(series)) {
      List<float[]> rows =
          torch.probabilities(unseen.stream().map(LabelledSeries::values).toList(), RULE);
      for (int i = 0; i < rows.size(); i++) {
        float right = rows.get(i)[unseen.get(i).label()];
        assertTrue(right > 0.5, () -> "a probability of " + right);
      }
    }
  }

  @Test
  void oneSeedGivesTheSameWeightsToTheBitAndAnotherDoesNot() throws Exception {
    List<List<float[]>> weights = new ArrayList<>();
    for (long seed : new long[] {-5, -5, 6}) {
      try (TorchNetwork torch = SmallFit.of(1, 10, seed, RULE).run(series)) {
        weights.add(torch.weights());
      }
    }
    for (int i = 0; i < weights.get(0).size(); i++) {
      assertArrayEquals(weights.get(0).get(i), weights.get(1).get(i));
      assertFalse(weights.get(0).get(i)[0] == weights.get(2).get(i)[0]);
    }
  }

  @Test
  void stepsAreToldInOrderWithTheRunningAccuracyOfTheReference() throws Exception {
    Told told = new Told();
    SmallFit.of(2, 1, 0, RULE).run(series.subList(4, 36), told).close();
    assertEquals(2 * 32, told.steps.size());
    double right = 0;
    for (int i = 0; i < told.steps.size(); i++) {
      FitListener.Step step = told.steps.get(i);
      assertEquals(i, step.iteration());
      assertEquals(i / 32 + 1, step.epoch());
      assertEquals(i % 32 + 1, step.seen());
      double rightNow = step.accuracy() * (i + 1);
      assertTrue(
          Math.abs(rightNow - right) < 1e-9 || Math.abs(rightNow - right - 1) < 1e-9,
          "accuracy counts right answers since the start");
      right = rightNow;
    }
    assertEquals(List.of(31, 63), told.epochs.stream().map(FitListener.Epoch::iteration).toList());
    double mean =
        told.steps.subList(32, 64).stream().mapToDouble(FitListener.Step::loss).sum() / 32;
    assertEquals(mean, told.epochs.get(1).loss(), 1e-9);
    assertEquals(64, told.learnt);
  }

  @Test
  void everySeriesOfASmallerLastBatchCounts() throws Exception {
    Told told = new Told();
    SmallFit.of(1, 16, 0, RULE).run(series, told).close();
    assertEquals(List.of(16, 32, 40), told.steps.stream().map(FitListener.Step::seen).toList());
  }

  @Test
  void nativeArraysDoNotPileUp() throws Exception {
    List<Integer> held = new ArrayList<>();
    FitListener counter =
        new SmallFit.Quiet() {
          @Override
          public void epoch(Epoch epoch) {
            held.add(epoch.network().manager().getManagedArrays().size());
          }
        };
    SmallFit.of(10, 8, 0, RULE).run(series, counter).close();
    assertTrue(held.get(0) > 0);
    assertEquals(List.of(held.get(0)), held.stream().distinct().toList());
  }

  @Test
  void trainingThatLeavesTheFiniteNumbersSaysSo() {
    FitConfig config = FitConfig.builder().epochs(1).noise(new Noise(-1e300, 1e300)).build();
    DivergedException fault =
        assertThrows(DivergedException.class, () -> new SmallFit(config, RULE).run(series).close());
    assertEquals(Kind.USAGE, fault.kind());
    assertEquals(
        "--lr 0.001: training diverged in epoch 1: its numbers are no longer finite; pass a smaller"
            + " --lr, or less --noise",
        fault.getMessage());
  }

  @Test
  void aListenerThatFailsEndsTheFit() {
    FitListener failing =
        new SmallFit.Quiet() {
          @Override
          public void epoch(Epoch epoch) throws TsadException {
            throw new DivergedException(FitConfig.builder().learningRate(0.5).build(), 9);
          }
        };
    assertThrows(
        DivergedException.class, () -> SmallFit.of(1000, 1, 0, RULE).run(series, failing).close());
  }

  /** The clock is asked once a step; the fit may take twenty of its seconds. */
  @Test
  void aFitThatMayTakeSoLongEndsAfterTheStepInHand() throws Exception {
    Instant[] now = {Instant.EPOCH};
    InstantSource ticking = () -> now[0] = now[0].plusSeconds(1);
    Told told = new Told();
    FitConfig config = SmallFit.of(1000, 1, 0, RULE).config();
    Fit.Result result =
        new Fit(config, 20, ticking)
            .run(
                Cnn.of(64),
                new FitData(series, List.of(), 2, RULE),
                Device.cpu(),
                told,
                Checkpoints.NONE);
    result.network().close();
    assertEquals(Ending.Reason.BUDGET, result.ending().reason());
    assertEquals(1, result.ending().epochs());
    assertTrue(told.learnt < 20, told.learnt + " series");
    assertEquals(told.learnt, told.epochs.get(0).seen());
  }

  @Test
  void anInterruptedFitEnds() {
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedException.class, () -> SmallFit.of(1000, 1, 0, RULE).run(series).close());
  }

  private static final class Told extends SmallFit.Quiet {
    private final List<Step> steps = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private int learnt;

    @Override
    public void batch(int size) {
      learnt += size;
    }

    @Override
    public void step(Step step) {
      steps.add(step);
    }

    @Override
    public void epoch(Epoch epoch) {
      epochs.add(epoch);
    }
  }
}
