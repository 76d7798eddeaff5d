package io.tsad.trainer.kernel.innovations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How evenly what {@link LinearPrediction} leaves of a series is spread over it. Means over a whole
 * series drown what is short in it, and thresholds that hold for all series say little where each
 * has cycles and noise of its own; these figures compare a series with nothing but itself.
 *
 * <p>Two are the tests for the constancy of a regression by Brown, Durbin and Evans (<em>Techniques
 * for Testing the Constancy of Regression Relationships over Time</em>, Journal of the Royal
 * Statistical Society B 37(2), 1975): the largest cumulative sum of the squared errors, and of the
 * errors, each less their mean. The others are of the logarithm of the power in windows that
 * overlap by half: how far the largest lies above the mean, the deviation, and how many deviations
 * that is.
 *
 * @param scale so many samples are averaged to one before prediction, a power of two: slow changes
 *     are foreseen from few samples that are far apart, fast ones from all
 */
public record InnovationBank(int scale) {
  /** From this length on there is enough of a series to compare it with itself. */
  public static final int SHORTEST = 1024;

  /** Added to relative power, so that silence has a logarithm. */
  public static final double FLOOR = 1e-4;

  /** Added to what a logarithm is taken of. */
  public static final double LEAST = 1e-3;

  /** Added to deviations, which divide. */
  public static final double SPREAD = 0.02;

  /** Figures of a window size. */
  public static final int PER_WINDOW = 3;

  private static final int[] HALVES = {4, 16, 64};

  private static final int FEWEST_SAMPLES = 4 * LinearPrediction.ORDER;

  /** Means of more samples of the grid need more bits than a float32 has. */
  private static final int LARGEST_SCALE = 256;

  /** Those for series of a length; none where that is short. */
  static List<InnovationBank> of(int length) {
    List<InnovationBank> banks = new ArrayList<>();
    int scale = 1;
    while (length >= SHORTEST && length / scale >= FEWEST_SAMPLES && scale <= LARGEST_SCALE) {
      banks.add(new InnovationBank(scale));
      scale *= 2;
    }
    return List.copyOf(banks);
  }

  /** Averaged samples; what is left at the end is dropped. */
  public int samples(int length) {
    return length / scale;
  }

  /** The halves of windows, in averaged samples, of each size that there are enough windows of. */
  public List<Integer> halves(int length) {
    return Windows.enough(samples(length), HALVES);
  }

  /** How many numbers it has for a series. */
  public int figures(int length) {
    return 2 + PER_WINDOW * halves(length).size();
  }

  /**
   * Takes the figures of a series.
   *
   * @param grid the series
   * @param out takes {@link #figures} numbers from {@code at} on: the logarithms of the largest
   *     cumulative sum of squares and of errors, then of each window size the largest, the
   *     logarithm of the deviation, and their ratio
   */
  void figures(int[] grid, float[] out, int at) {
    double[][] errors = LinearPrediction.errors(Scale.averaged(grid, scale));
    double[] power = power(errors);
    double mean = Arrays.stream(power).sum() / power.length + LinearPrediction.STEP;
    for (int t = 0; t < power.length; t++) {
      power[t] /= mean;
    }
    out[at] = (float) Math.log(largestSum(power, 1) / Math.sqrt(power.length) + LEAST);
    double middle = Arrays.stream(errors[0]).sum() / errors[0].length;
    double drift = largestSum(errors[0], middle) / Math.sqrt(mean);
    out[at + 1] = (float) Math.log(drift / Math.sqrt(errors[0].length) + LEAST);
    int next = at + 2;
    for (int half : halves(grid.length)) {
      contrast(power, half, out, next);
      next += PER_WINDOW;
    }
  }

  /** At each sample the mean of both errors squared; near the ends there is one. */
  private static double[] power(double[][] errors) {
    int count = errors[0].length;
    double[] power = new double[count + LinearPrediction.ORDER];
    for (int t = 0; t < count; t++) {
      power[t + LinearPrediction.ORDER] += errors[0][t] * errors[0][t];
      power[t] += errors[1][t] * errors[1][t];
    }
    for (int t = LinearPrediction.ORDER; t < count; t++) {
      power[t] /= 2;
    }
    return power;
  }

  private static double largestSum(double[] values, double mean) {
    double sum = 0;
    double largest = 0;
    for (double value : values) {
      sum += value - mean;
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest;
  }

  private static void contrast(double[] power, int half, float[] out, int at) {
    double[] contrasts = new Windows(half).contrasts(power);
    double largest = Arrays.stream(contrasts).max().orElse(0);
    double deviation = Windows.deviation(contrasts);
    out[at] = (float) largest;
    out[at + 1] = (float) Math.log(deviation);
    out[at + 2] = (float) (largest / deviation);
  }
}
