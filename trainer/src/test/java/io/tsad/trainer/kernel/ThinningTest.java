package io.tsad.trainer.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.view.View;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
  private static final int LENGTH = 1100;

  private final Random random = new Random(3);
  private final List<int[]> grids =
      IntStream.range(0, 24)
          .mapToObj(i -> random.ints(LENGTH, -9000 - 200 * i, 9000).toArray())
          .toList();
  private final KernelTransform whole =
      TransformDraw.draw(LENGTH, grids, new RandomStream(0, "kernels"));

  @Test
  void aSmallerShareIsWithinALarger() {
    boolean[] larger = whole.thinned(1);
    for (boolean part : larger) {
      assertTrue(part);
    }
    for (double share = 0.5; share > 0.005; share /= 2) {
      boolean[] smaller = whole.thinned(share);
      for (int part = 0; part < smaller.length; part++) {
        assertTrue(larger[part] || !smaller[part], "part " + part + " of " + share);
      }
      larger = smaller;
    }
  }

  @Test
  void whatIsKeptIsInFewBanksFarApart() {
    View kernels = whole.views().get(0);
    View some = kernels.keeping(kernels.thinned(1.0 / 32));
    double costs = Arrays.stream(some.costs()).sum();
    assertTrue(some.features() <= kernels.features() / 31, some.features() + " features");
    assertTrue(costs < Arrays.stream(kernels.costs()).sum() / 20, "costs " + costs);
  }

  /** Of every view, whichever parts. */
  @Test
  void whatIsKeptHasTheFeaturesThatItHadAmongAll() {
    boolean[] kept = new boolean[whole.costs().length];
    for (int part = 0; part < kept.length; part++) {
      kept[part] = random.nextInt(5) == 0;
    }
    float[] expected = Columns.of(whole.parts(), kept).of(whole.of(grids, done -> {}))[7];
    KernelTransform some = whole.keeping(kept);
    assertEquals(expected.length, some.features());
    assertEquals(IntStream.range(0, kept.length).filter(i -> kept[i]).count(), some.costs().length);
    assertArrayEquals(expected, some.of(grids.get(7)));
  }

  @Test
  void theChoiceIsFittedToTheFeaturesOfItsOwnTransform() {
    boolean[] positive = new boolean[grids.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = i % 2 == 0;
    }
    Thinning thinning = Thinning.of(whole);
    float[][] features = thinning.whole().of(grids, done -> {});
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      Thinning.Kept kept = thinning.choose(manager, features, positive);
      assertEquals(kept.transform().features(), kept.fit().head().weight().length);
      float[][] own = kept.columns().of(features);
      for (int i = 0; i < own.length; i++) {
        assertArrayEquals(own[i], kept.transform().of(grids.get(i)));
      }
    }
  }

  @Test
  void whatCountsForNothingGoesAndWhatCountsStays() {
    // How far a series swings is plain to every kernel.
    List<int[]> some =
        IntStream.range(0, 80)
            .mapToObj(i -> random.ints(LENGTH, -3000 * (1 + i % 2), 9000).toArray())
            .toList();
    boolean[] plain = new boolean[some.size()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = i % 2 == 0;
    }
    Thinning thinning = Thinning.of(TransformDraw.draw(LENGTH, some, new RandomStream(0, "k")));
    float[][] features = thinning.whole().of(some, done -> {});
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      Thinning.Kept kept = thinning.choose(manager, features, plain);
      assertEquals(0.1, kept.share());
      assertTrue(kept.transform().features() < thinning.whole().features() / 8);

      // One feature alone, of a part that goes first, tells the classes apart.
      Random noise = new Random(5);
      int[] parts = thinning.whole().parts();
      boolean[] half = thinning.transform().thinned(0.5);
      for (int i = 0; i < features.length; i++) {
        for (int j = 0; j < features[i].length; j++) {
          boolean tells = !half[parts[j]] && plain[i];
          features[i][j] = (float) noise.nextGaussian() + (tells ? 1 : 0);
        }
      }
      assertEquals(1, thinning.choose(manager, features, plain).share());
    }
  }

  @Test
  void lessIsEnoughOnlyWhereThatIsSure() {
    assertTrue(isEnough(2000, 0.05));
    assertFalse(isEnough(20, 0.05));
    assertFalse(isEnough(2000, 0.5));
  }

  /** With scores that differ from others by noise of some deviation. */
  private boolean isEnough(int series, double noise) {
    boolean[] positive = new boolean[series];
    double[] all = new double[series];
    double[] some = new double[series];
    for (int i = 0; i < series; i++) {
      positive[i] = i % 4 == 0;
      all[i] = (positive[i] ? 1 : -1) + 0.5 * random.nextGaussian();
      some[i] = all[i] + noise * random.nextGaussian();
    }
    return Thinning.isEnough(some, all, positive);
  }
}
