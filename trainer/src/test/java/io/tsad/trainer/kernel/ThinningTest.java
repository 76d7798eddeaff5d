package io.tsad.trainer.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
    float[][] features = thinning.largest().of(grids, done -> {});
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
  void moreIsKeptOnlyWhereThatIsBetterBeyondChance() {
    boolean[] positive = new boolean[200];
    double[][] better = new double[2][positive.length];
    double[][] other = new double[2][positive.length];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = i % 2 == 0;
      double label = positive[i] ? 1 : -1;
      double score = 0.8 * label + 0.3 * random.nextGaussian();
      better[0][i] = score;
      better[1][i] = 0.9 * score + 0.1 * label;
      other[0][i] = score;
      other[1][i] = score + 0.05 * random.nextGaussian();
    }
    assertEquals(1, Thinning.choose(better, positive));
    assertEquals(0, Thinning.choose(other, positive));
  }
}
