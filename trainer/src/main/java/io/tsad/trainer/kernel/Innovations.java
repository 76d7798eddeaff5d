package io.tsad.trainer.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * The figures in which a series is compared with nothing but itself, those of all {@link
 * InnovationBank}s, then of all {@link BandBank}s, and last that of the {@link BrokenLine}; and for
 * each what it is above a few knots. A score that is linear in these bends at the knots: a figure
 * far out of the ordinary can count for more than in proportion, so that one alone can decide, as
 * where anomalies are of many kinds (additive models: Hastie and Tibshirani, <em>Generalized
 * Additive Models</em>, 1990).
 *
 * @param length of the series, in samples
 * @param knots of all figures the lowest, then of all the next, {@code [QUANTILES, figures]}
 */
public record Innovations(int length, float[] knots) {
  private static final double[] QUANTILES = {0.5, 0.8, 0.95};

  /** For series too short to be compared with themselves there are none. */
  static Innovations none(int length) {
    return new Innovations(length, new float[0]);
  }

  /** With knots at quantiles of what series have. */
  static Innovations draw(int length, List<int[]> grids) {
    if (InnovationBank.of(length).isEmpty()) {
      return none(length);
    }
    Innovations bare = none(length);
    float[][] figures = grids.parallelStream().map(bare::figures).toArray(float[][]::new);
    int count = figures[0].length;
    float[] knots = new float[QUANTILES.length * count];
    for (int j = 0; j < count; j++) {
      int figure = j;
      double[] sorted = Arrays.stream(figures).mapToDouble(one -> one[figure]).sorted().toArray();
      for (int q = 0; q < QUANTILES.length; q++) {
        knots[q * count + j] = (float) sorted[(int) (QUANTILES[q] * sorted.length)];
      }
    }
    return new Innovations(length, knots);
  }

  public List<InnovationBank> banks() {
    return InnovationBank.of(length);
  }

  public List<BandBank> bands() {
    return BandBank.of(length);
  }

  public BrokenLine brokenLine() {
    return new BrokenLine(length);
  }

  /** How many features a series of {@code length} has of this kind. */
  static int features(int length) {
    return (1 + QUANTILES.length) * figures(length);
  }

  public int features() {
    return features(length);
  }

  /** Of all banks together. */
  public int figures() {
    return figures(length);
  }

  private static int figures(int length) {
    if (InnovationBank.of(length).isEmpty()) {
      return 0;
    }
    return InnovationBank.of(length).stream().mapToInt(bank -> bank.figures(length)).sum()
        + BandBank.of(length).stream().mapToInt(bank -> bank.figures(length)).sum()
        + 1;
  }

  /**
   * Takes the features of a series on the grid.
   *
   * @param out takes {@link #features()} numbers from {@code at} on: all figures, then how far each
   *     is above its lowest knot, or 0, and so on
   */
  void of(int[] grid, float[] out, int at) {
    float[] figures = figures(grid);
    System.arraycopy(figures, 0, out, at, figures.length);
    for (int k = 0; k < knots.length; k++) {
      out[at + figures.length + k] = Math.max(0, figures[k % figures.length] - knots[k]);
    }
  }

  private float[] figures(int[] grid) {
    float[] figures = new float[figures()];
    if (figures.length == 0) {
      return figures;
    }
    int at = 0;
    for (InnovationBank bank : banks()) {
      bank.figures(grid, figures, at);
      at += bank.figures(length);
    }
    for (BandBank bank : bands()) {
      bank.figures(grid, figures, at);
      at += bank.figures(length);
    }
    figures[at] = brokenLine().figure(grid);
    return figures;
  }
}
