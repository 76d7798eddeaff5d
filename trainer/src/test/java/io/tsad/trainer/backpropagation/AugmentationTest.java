package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On batches of 500 ramps from 0 to 1, where what happened to a series can be read off it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AugmentationTest {
  private static final int SIZE = 500;
  private static final int LENGTH = 101;

  private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
  private Batch ramps = new Batch(manager.create(0f), manager.create(0f));

  @BeforeAll
  void makeRamps() {
    float[] samples = new float[SIZE * LENGTH];
    float[] targets = new float[SIZE * 2];
    for (int row = 0; row < SIZE; row++) {
      for (int t = 0; t < LENGTH; t++) {
        samples[row * LENGTH + t] = t / (float) (LENGTH - 1);
      }
      targets[row * 2 + row % 2] = 1;
    }
    ramps =
        new Batch(
            manager.create(samples, new Shape(SIZE, 1, LENGTH)),
            manager.create(targets, new Shape(SIZE, 2)));
  }

  @AfterAll
  void close() {
    manager.close();
  }

  /** Rows of the batch after it. */
  private float[][] after(BatchChange change) {
    new TorchRandom(7).start(0);
    try (NDManager scratch = manager.newSubManager()) {
      float[] flat = change.apply(ramps, scratch).series().toFloatArray();
      float[][] rows = new float[SIZE][];
      for (int row = 0; row < SIZE; row++) {
        rows[row] = Arrays.copyOfRange(flat, row * LENGTH, (row + 1) * LENGTH);
      }
      return rows;
    }
  }

  private float[][] after(Augmentation augmentation) {
    return after(augmentation.on(manager, LENGTH));
  }

  @Test
  void noiseFillsItsBoundsEvenly() {
    double sum = 0;
    for (float[] row : after(BatchChange.noise(new Noise(0, 0.5), manager))) {
      for (int t = 0; t < LENGTH; t++) {
        double noise = row[t] - t / 100f;
        assertTrue(noise > -1e-6 && noise < 0.5 + 1e-6, () -> "noise of " + noise);
        sum += noise;
      }
    }
    assertEquals(0.25, sum / SIZE / LENGTH, 4 * 0.5 / Math.sqrt(12.0 * SIZE * LENGTH));
  }

  @Test
  void jitterIsGaussianOfDeviation3Percent() {
    double sum = 0;
    double squares = 0;
    for (float[] row : after(Augmentation.JITTER)) {
      for (int t = 0; t < LENGTH; t++) {
        double noise = row[t] - t / 100f;
        sum += noise;
        squares += noise * noise;
      }
    }
    double count = SIZE * LENGTH;
    assertEquals(0, sum / count, 4 * 0.03 / Math.sqrt(count));
    assertEquals(0.03, Math.sqrt(squares / count), 0.001);
  }

  @Test
  void scalingMultipliesEachSeriesByAFactorOfItsOwn() {
    double sum = 0;
    double squares = 0;
    for (float[] row : after(Augmentation.SCALING)) {
      double factor = row[LENGTH - 1];
      for (int t = 0; t < LENGTH; t++) {
        assertEquals(factor * t / 100, row[t], 1e-6);
      }
      sum += factor - 1;
      squares += (factor - 1) * (factor - 1);
    }
    assertEquals(0, sum / SIZE, 4 * 0.1 / Math.sqrt(SIZE));
    assertEquals(0.1, Math.sqrt(squares / SIZE), 0.015);
  }

  @Test
  void aWindowOfNineTenthsIsStretched() {
    float least = 1;
    float most = 0;
    for (float[] row : after(Augmentation.WINDOW_SLICE)) {
      for (int t = 0; t < LENGTH; t++) {
        assertEquals(row[0] + 0.9 * t / 100, row[t], 1e-5);
      }
      least = Math.min(least, row[0]);
      most = Math.max(most, row[0]);
    }
    assertTrue(least >= 0 && least < 0.01, "from " + least);
    assertTrue(most <= 0.1 + 1e-6 && most > 0.09, "to " + most);
  }

  @Test
  void warpedTimeRunsForwardFromEndToEndAtChangingSpeed() {
    int changed = 0;
    for (float[] row : after(Augmentation.TIME_WARP)) {
      assertEquals(0, row[0], 1e-6);
      assertEquals(1, row[LENGTH - 1], 1e-5);
      float slowest = 1;
      float fastest = 0;
      for (int t = 1; t < LENGTH; t++) {
        slowest = Math.min(slowest, row[t] - row[t - 1]);
        fastest = Math.max(fastest, row[t] - row[t - 1]);
      }
      assertTrue(slowest > 0);
      changed += fastest > 1.1 * slowest ? 1 : 0;
    }
    assertTrue(changed > 0.9 * SIZE, changed + " of " + SIZE);
  }

  @Test
  void mixupMixesAnswersAsItMixesSeries() {
    float[] samples = new float[SIZE];
    for (int row = 0; row < SIZE; row++) {
      samples[row] = row % 2; // the label, and its pair has the other
    }
    new TorchRandom(7).start(0);
    try (NDManager scratch = manager.newSubManager()) {
      Batch batch = new Batch(manager.create(samples, new Shape(SIZE, 1, 1)), ramps.targets());
      Batch mixed = Augmentation.MIXUP.on(manager, 1).apply(batch, scratch);
      float[] series = mixed.series().toFloatArray();
      float[] targets = mixed.targets().toFloatArray();
      int nearlyWhole = 0;
      for (int row = 0; row < SIZE; row++) {
        assertEquals(series[row], targets[row * 2 + 1], 1e-6);
        assertEquals(1, targets[row * 2] + targets[row * 2 + 1], 1e-6);
        nearlyWhole += Math.abs(series[row] - 0.5) > 0.4 ? 1 : 0;
      }
      // Beta(½, ½): within 0.1 of an end with probability 2/π · 2 asin √0.1 = 0.41.
      assertEquals(0.41, nearlyWhole / (double) SIZE, 0.09);
    }
  }

  @Test
  void whatAStepDrawsFollowsFromSeedAndStepAlone() {
    BatchChange jitter = Augmentation.JITTER.on(manager, LENGTH);
    float[] first = drawn(jitter, 1, 5);
    assertFalse(Arrays.equals(first, drawn(jitter, 1, 6)));
    assertFalse(Arrays.equals(first, drawn(jitter, 2, 5)));
    assertArrayEquals(first, drawn(jitter, 1, 5));
  }

  private float[] drawn(BatchChange change, long seed, int step) {
    new TorchRandom(seed).start(step);
    try (NDManager scratch = manager.newSubManager()) {
      return change.apply(ramps, scratch).series().toFloatArray();
    }
  }
}
