package io.tsad.trainer.kernel.hydra;

import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.view.Source;
import io.tsad.trainer.kernel.view.ViewDraw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Draws {@link Hydra}: dilations follow from the length, weights are normal. */
public final class HydraDraw implements ViewDraw {
  private static final int GROUPS = 64;

  private static final int FEWEST_GROUPS = 8;

  /** From this length on, kernels become fewer so that a series takes no longer. */
  private static final int FULL_LENGTH = 1024;

  @Override
  public Hydra draw(int length, List<int[]> grids, RandomStream random) {
    List<HydraBank> banks = new ArrayList<>();
    for (Source source : Source.values()) {
      for (int exponent = 0; exponent < dilations(length); exponent++) {
        int[] weights = new int[groups(length) * HydraBank.GROUP * HydraBank.TAPS];
        for (int at = 0; at < weights.length; at += HydraBank.TAPS) {
          System.arraycopy(kernel(random), 0, weights, at, HydraBank.TAPS);
        }
        banks.add(new HydraBank(source, 1 << exponent, weights));
      }
    }
    return new Hydra(length, banks, false);
  }

  private static int kernels(int length) {
    return Source.values().length * dilations(length) * groups(length) * HydraBank.GROUP;
  }

  @Override
  public int features(int length) {
    return HydraBank.COUNTS * kernels(length);
  }

  @Override
  public long parameters(int length) {
    return (long) kernels(length) * HydraBank.TAPS;
  }

  @Override
  public void describe(int length, Map<String, Object> parameters) {
    parameters.put("hydraGroups", groups(length));
    parameters.put("hydraKernels", HydraBank.GROUP);
  }

  /** For each source and dilation. */
  private static int groups(int length) {
    int affordable = (int) ((long) GROUPS * FULL_LENGTH / length);
    return Math.max(FEWEST_GROUPS, Math.min(GROUPS, affordable)) / 2;
  }

  /** Powers of two, the largest kernel no longer than the series. */
  private static int dilations(int length) {
    return (int) (Math.log((length - 1) / (HydraBank.TAPS - 1.0)) / Math.log(2)) + 1;
  }

  /** Normal weights, less their mean, scaled so that they add up to one without their signs. */
  private static int[] kernel(RandomStream random) {
    double[] normal = new double[HydraBank.TAPS];
    double sum = 0;
    for (int i = 0; i < normal.length; i++) {
      normal[i] =
          Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
      sum += normal[i];
    }
    double mean = sum / normal.length;
    double absolute = Arrays.stream(normal).map(one -> Math.abs(one - mean)).sum();
    int[] weights = new int[normal.length];
    int left = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (int) Math.rint((normal[i] - mean) / absolute * HydraBank.WEIGHT);
      left -= weights[i];
    }
    weights[weights.length / 2] += left; // Rounding must not make a kernel see the level.
    return weights;
  }
}
