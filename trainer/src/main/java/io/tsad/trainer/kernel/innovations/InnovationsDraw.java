package io.tsad.trainer.kernel.innovations;

import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.view.ViewDraw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Draws {@link Innovations}: their knots are quantiles of what series have. */
public final class InnovationsDraw implements ViewDraw {
  private static final double[] QUANTILES = {0.5, 0.8, 0.95};

  @Override
  public Innovations draw(int length, List<int[]> grids, RandomStream random) {
    Innovations bare = Innovations.bare(length);
    int count = bare.figures();
    if (count == 0) {
      return bare;
    }
    float[][] figures = grids.parallelStream().map(bare::figures).toArray(float[][]::new);
    float[] knots = new float[QUANTILES.length * count];
    for (int j = 0; j < count; j++) {
      int figure = j;
      double[] sorted = Arrays.stream(figures).mapToDouble(one -> one[figure]).sorted().toArray();
      for (int q = 0; q < QUANTILES.length; q++) {
        knots[q * count + j] = (float) sorted[(int) (QUANTILES[q] * sorted.length)];
      }
    }
    return bare.with(knots);
  }

  @Override
  public int features(int length) {
    return (1 + QUANTILES.length) * Innovations.bare(length).figures();
  }

  @Override
  public long parameters(int length) {
    return 0;
  }

  @Override
  public void describe(int length, Map<String, Object> parameters) {
    int features = features(length);
    if (features > 0) {
      parameters.put("innovations", features);
    }
  }
}
