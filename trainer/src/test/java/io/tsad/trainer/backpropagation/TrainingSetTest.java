package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.model.LengthRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
  /** More than are copied at a time; each scales to 0 and 1, the last of a class to zeros. */
  private static List<LabelledSeries> series() {
    List<LabelledSeries> series = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      double[] values = i % 2 == 0 ? new double[] {i, i + 1, 9} : new double[] {7 + i, i, 9};
      series.add(new LabelledSeries(i + ".npy", values, i % 3 == 0 ? 0 : 1));
    }
    return series;
  }

  @Test
  void aBatchHoldsTheScaledSeriesOfItsPlacesInTheOrder() {
    for (long resident : new long[] {Long.MAX_VALUE, 0}) {
      try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
          TrainingSet set =
              TrainingSet.of(
                  series(), 2, new LengthRule(2, false), Balance.NONE, manager, resident);
          NDArray order = set.order(new long[] {0, 599, 3, 3, 300});
          NDManager scratch = manager.newSubManager()) {
        assertEquals(600, set.size());
        Batch batch = set.batch(order, 1, 5, scratch);
        assertEquals(new Shape(4, 1, 2), batch.series().getShape());
        assertArrayEquals(new float[] {1, 0, 1, 0, 1, 0, 0, 1}, batch.series().toFloatArray());
        assertArrayEquals(new float[] {0, 1, 1, 0, 1, 0, 1, 0}, batch.targets().toFloatArray());
      }
    }
  }

  @Test
  void theWeightsOfTheClassesAreInTheTargets() {
    int[] labels = {0, 1, 1, 1};
    assertArrayEquals(new float[] {2, 2 / 3f}, Balance.WEIGHTS.weights(labels, 2));
    assertArrayEquals(new float[] {1, 1}, Balance.SAMPLER.weights(labels, 2));
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
        TrainingSet set =
            TrainingSet.of(
                series().subList(0, 3),
                2,
                new LengthRule(2, false),
                Balance.WEIGHTS,
                manager,
                TrainingSet.RESIDENT);
        NDArray order = set.order(new long[] {0, 1, 2})) {
      assertArrayEquals(
          new float[] {1.5f, 0, 0, 0.75f, 0, 0.75f},
          set.batch(order, 0, 3, manager).targets().toFloatArray());
    }
  }
}
