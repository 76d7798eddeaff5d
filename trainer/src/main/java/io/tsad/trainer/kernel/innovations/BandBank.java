package io.tsad.trainer.kernel.innovations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How evenly the power of a series in one band of frequencies is spread over it. A cycle that
 * swings wider for a while, or less, still does what linear prediction foresees but where it
 * changes; the power at its frequency is another all the while.
 *
 * <p>The band is what a second difference over two averaged samples passes: periods from three
 * averaged samples to eight, of four the most, and no straight line. Of the logarithm of the power
 * in windows, figures are how many deviations the largest lies above the mean, and the smallest
 * below it.
 *
 * @param scale so many samples are averaged to one, a power of two
 */
public record BandBank(int scale) {
  /** The second difference; whole numbers, so that it is exact. */
  public static final List<Integer> TAPS = List.of(-1, 0, 2, 0, -1);

  /** Figures of a window size. */
  public static final int PER_WINDOW = 2;

  private static final int[] HALVES = {16, 64};

  /** Those for series of a length; none where that is short. */
  static List<BandBank> of(int length) {
    List<BandBank> banks = new ArrayList<>();
    BandBank next = new BandBank(1);
    while (length >= InnovationBank.SHORTEST && !next.halves(length).isEmpty()) {
      banks.add(next);
      next = new BandBank(2 * next.scale());
    }
    return List.copyOf(banks);
  }

  /** Second differences there are. */
  public int samples(int length) {
    return length / scale - TAPS.size() + 1;
  }

  /** The halves of windows, in averaged samples, of each size that there are enough windows of. */
  public List<Integer> halves(int length) {
    return Windows.enough(samples(length), HALVES);
  }

  /** How many numbers it has for a series. */
  public int figures(int length) {
    return PER_WINDOW * halves(length).size();
  }

  /**
   * Takes the figures of a series.
   *
   * @param grid the series
   * @param out takes {@link #figures} numbers from {@code at} on: of each window size the largest,
   *     and without its sign the smallest, in deviations
   */
  void figures(int[] grid, float[] out, int at) {
    double[] power = power(Scale.averaged(grid, scale));
    int next = at;
    for (int half : halves(grid.length)) {
      double[] contrasts = new Windows(half).contrasts(power);
      double deviation = Windows.deviation(contrasts);
      out[next] = (float) (Arrays.stream(contrasts).max().orElse(0) / deviation);
      out[next + 1] = (float) (-Arrays.stream(contrasts).min().orElse(0) / deviation);
      next += PER_WINDOW;
    }
  }

  private static double[] power(double[] averaged) {
    double[] power = new double[averaged.length - TAPS.size() + 1];
    double sum = 0;
    for (int t = 0; t < power.length; t++) {
      double passed = 0;
      for (int tap = 0; tap < TAPS.size(); tap++) {
        passed += TAPS.get(tap) * averaged[t + tap];
      }
      power[t] = passed * passed;
      sum += power[t];
    }
    for (int t = 0; t < power.length; t++) {
      power[t] /= sum / power.length + LinearPrediction.STEP;
    }
    return power;
  }
}
