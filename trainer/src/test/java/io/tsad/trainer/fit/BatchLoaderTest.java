package io.tsad.trainer.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.dataset.LabelledSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLoaderTest {
  private static final int LENGTH = 50;
  private static final LengthRule RULE = new LengthRule(LENGTH, false);

  @Test
  void anEpochIsAsManyDrawsAsSeriesAndItsLastBatchIsSmaller() throws Exception {
    try (BatchLoader loader = load(23, 10, new Noise(0, 0), 1)) {
      List<Integer> sizes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Batch batch = loader.next();
        assertEquals(batch.size() * LENGTH, batch.samples().length);
        sizes.add(batch.size());
      }
      assertEquals(List.of(10, 10, 3, 10, 10, 3), sizes);
    }
  }

  @Test
  void aBatchMayBeLargerThanTheSet() throws Exception {
    try (BatchLoader loader = load(3, 10, new Noise(0, 0), 1)) {
      assertEquals(3, loader.next().size());
    }
  }

  /** Constant series scale to zeros, so that what is left is the noise. */
  @Test
  void noiseFillsItsBoundsEvenlyAndIsDrawnAnew() throws Exception {
    try (BatchLoader loader = load(100, 100, new Noise(0, 1.0 / 3), 1)) {
      float[] noise = loader.next().samples();
      double sum = 0;
      float least = 1;
      float most = -1;
      for (float value : noise) {
        assertTrue(value >= 0 && value <= 1 / 3f, () -> "noise of " + value);
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      assertEquals(1.0 / 6, sum / noise.length, 4 * Math.sqrt(1.0 / 9 / 12 / noise.length));
      assertEquals(0, least, 0.002);
      assertEquals(1.0 / 3, most, 0.002);
      float[] next = loader.next().samples();
      assertFalse(noise[0] == next[0]);
    }
  }

  @Test
  void withoutNoiseTheScaledSamplesAreTheBatch() throws Exception {
    try (BatchLoader loader = load(10, 10, new Noise(0, 0), 1)) {
      assertArrayEquals(new float[10 * LENGTH], loader.next().samples());
    }
  }

  @Test
  void drawsFollowFromTheSeed() throws Exception {
    Noise noise = new Noise(-1, 1);
    try (BatchLoader one = load(20, 10, noise, 1);
        BatchLoader same = load(20, 10, noise, 1);
        BatchLoader other = load(20, 10, noise, 2)) {
      Batch first = one.next();
      Batch again = same.next();
      assertArrayEquals(first.samples(), again.samples());
      assertArrayEquals(first.labels(), again.labels());
      assertFalse(first.samples()[0] == other.next().samples()[0]);
    }
  }

  @Test
  void theThreadEndsWhenTheLoaderIsClosedEarly() throws Exception {
    BatchLoader loader = load(1000, 1, new Noise(0, 0), 1);
    loader.next();
    assertTrue(loader.isAlive());
    loader.close();
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> waitForEnd(loader));
  }

  @Test
  void theThreadEndsAfterTheLastEpoch() throws Exception {
    try (BatchLoader loader = load(3, 3, new Noise(0, 0), 1)) {
      loader.next();
      loader.next();
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> waitForEnd(loader));
    }
  }

  @Test
  void aFaultWhileDrawingReachesWhoWaitsForTheBatch() {
    TrainingSet oneClassIsEmpty =
        new TrainingSet(List.of(new LabelledSeries("a", new double[LENGTH], 0)), 2, RULE);
    FitConfig config = new FitConfig(100, 10, 0.001, 0, new Noise(0, 0), 1);
    try (BatchLoader loader = new BatchLoader(oneClassIsEmpty, LENGTH, config)) {
      IllegalStateException fault =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () ->
                  assertThrows(
                      IllegalStateException.class,
                      () -> {
                        for (int i = 0; i < 100; i++) {
                          loader.next();
                        }
                      }));
      assertTrue(fault.getCause() instanceof IndexOutOfBoundsException, fault::toString);
    }
  }

  private static void waitForEnd(BatchLoader loader) throws InterruptedException {
    while (loader.isAlive()) {
      Thread.sleep(5);
    }
  }

  /** Loads two epochs of constant series, the first a fifth of all. */
  private static BatchLoader load(int count, int batch, Noise noise, long seed) {
    List<LabelledSeries> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      series.add(new LabelledSeries(i + ".npy", new double[LENGTH], i % 5 == 0 ? 0 : 1));
    }
    return new BatchLoader(
        new TrainingSet(series, 2, RULE), LENGTH, new FitConfig(2, batch, 0.001, 0, noise, seed));
  }
}
