package io.tsad.trainer.kernel;

import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.fit.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws a transform for a training set: dilations follow from the length, thresholds are quantiles
 * of what kernels answer to training series drawn at random, Hydra's weights are normal. Labels are
 * not looked at.
 */
public final class TransformDraw {
  /** MultiRocket's: channels for each kernel and source, rounded down from 6,250 / 84. */
  private static final int CHANNELS_PER_KERNEL = 74;

  private static final int MOST_DILATIONS = 32;
  private static final int HYDRA_GROUPS = 64;

  private static final int FEWEST_GROUPS = 8;

  /** From this length on, kernels become fewer so that a series takes no longer. */
  private static final int FULL_LENGTH = 1024;

  private static final double GOLDEN = (Math.sqrt(5) + 1) / 2;

  private final int length;
  private final List<int[]> grids;
  private final RandomStream random;
  private int drawn;

  private TransformDraw(int length, List<int[]> grids, RandomStream random) {
    this.length = length;
    this.grids = grids;
    this.random = random;
  }

  /**
   * Draws it.
   *
   * @param grids training series of {@code length} samples, on the grid
   */
  public static KernelTransform draw(int length, List<int[]> grids, RandomStream random) {
    TransformDraw draw = new TransformDraw(length, grids, random);
    List<KernelBank> banks = new ArrayList<>();
    List<HydraBank> hydra = new ArrayList<>();
    for (Source source : Source.values()) {
      draw.addBanks(source, banks);
    }
    for (Source source : Source.values()) {
      draw.addHydra(source, hydra);
    }
    return new KernelTransform(length, banks, hydra, Innovations.draw(length, grids));
  }

  /** What is known of a model for series of {@code length} samples before it is fitted. */
  public static Blueprint blueprint(String name, int length) {
    int sources = Source.values().length;
    int channels = sources * KernelBank.KERNELS.size() * channelsPerKernel(length);
    int kernels = sources * hydraDilations(length) * hydraGroups(length) * HydraBank.GROUP;
    int innovations = Innovations.features(length);
    int features = KernelBank.POOLS * channels + 2 * kernels + innovations;
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("scaling", "mean 0, deviation 1");
    parameters.put("gridSteps", Grid.STEPS);
    parameters.put("sources", List.of("series", "difference"));
    parameters.put("channelsPerKernel", channelsPerKernel(length));
    parameters.put("pools", List.of("ppv", "mpv", "mipv", "largest window's ppv"));
    parameters.put("hydraGroups", hydraGroups(length));
    parameters.put("hydraKernels", HydraBank.GROUP);
    if (innovations > 0) {
      parameters.put("innovations", innovations);
    }
    parameters.put("features", features);
    // The head's weights and centres, the thresholds, the weights of the kernels.
    long count =
        2L * features + channels * (1L + KernelBank.TAPS) + (long) kernels * KernelBank.TAPS;
    return new Blueprint(name, parameters, count);
  }

  private static int channelsPerKernel(int length) {
    int affordable = (int) ((long) CHANNELS_PER_KERNEL * FULL_LENGTH / length);
    return Math.max(MOST_DILATIONS, Math.min(CHANNELS_PER_KERNEL, affordable));
  }

  /** For each source and dilation. */
  private static int hydraGroups(int length) {
    int affordable = (int) ((long) HYDRA_GROUPS * FULL_LENGTH / length);
    return Math.max(FEWEST_GROUPS, Math.min(HYDRA_GROUPS, affordable)) / 2;
  }

  /** Powers of two, the largest kernel no longer than the series. */
  private static int hydraDilations(int length) {
    return (int) log2((length - 1) / (KernelBank.TAPS - 1.0)) + 1;
  }

  private void addBanks(Source source, List<KernelBank> banks) {
    double most = log2((source.length(length) - 1) / (KernelBank.TAPS - 1.0));
    int perKernel = channelsPerKernel(length);
    int[] dilations = new int[MOST_DILATIONS];
    for (int i = 0; i < MOST_DILATIONS; i++) {
      dilations[i] = (int) (Math.pow(2, most * i / (MOST_DILATIONS - 1)) + 1e-9);
    }
    int[] distinct = Arrays.stream(dilations).distinct().toArray();
    int[] thresholds = new int[distinct.length];
    int left = perKernel;
    for (int i = 0; i < distinct.length; i++) {
      int dilation = distinct[i];
      long times = Arrays.stream(dilations).filter(one -> one == dilation).count();
      thresholds[i] = (int) (times * perKernel / MOST_DILATIONS);
      left -= thresholds[i];
    }
    for (int i = 0; left > 0; left--, i++) {
      thresholds[i % distinct.length]++;
    }
    for (int i = 0; i < distinct.length; i++) {
      for (int parity = 0; parity < 2; parity++) {
        banks.add(bank(source, distinct[i], (i + parity) % 2 == 0, parity, thresholds[i]));
      }
    }
  }

  private KernelBank bank(Source source, int dilation, boolean padded, int parity, int perKernel) {
    int[] kernels = new int[KernelBank.KERNELS.size() / 2];
    int[] thresholds = new int[kernels.length * perKernel];
    KernelBank shape = new KernelBank(source, dilation, padded, kernels, thresholds);
    int[][] examples = new int[kernels.length][];
    for (int k = 0; k < kernels.length; k++) {
      kernels[k] = 2 * k + parity;
      examples[k] = source.of(grids.get(random.below(grids.size())));
    }
    int before = drawn;
    IntStream.range(0, kernels.length)
        .parallel()
        .forEach(
            k -> {
              int[] response = new int[shape.positions(length)];
              respond(examples[k], kernels[k], dilation, shape.padding(), response);
              Arrays.sort(response);
              for (int t = k * perKernel; t < (k + 1) * perKernel; t++) {
                double quantile = (before + t + 1) * GOLDEN % 1;
                thresholds[t] = response[(int) (quantile * response.length)];
              }
            });
    drawn += thresholds.length;
    return shape;
  }

  /** What a kernel answers at each position. */
  private static void respond(int[] x, int kernel, int dilation, int padding, int[] out) {
    int[] weights = new int[KernelBank.TAPS];
    Arrays.fill(weights, -1);
    for (int tap : KernelBank.KERNELS.get(kernel)) {
      weights[tap] = 2;
    }
    Arrays.fill(out, 0);
    for (int tap = 0; tap < KernelBank.TAPS; tap++) {
      int shift = tap * dilation - padding;
      int to = Math.min(out.length, x.length - shift);
      for (int i = Math.max(0, -shift); i < to; i++) {
        out[i] += weights[tap] * x[i + shift];
      }
    }
  }

  private void addHydra(Source source, List<HydraBank> hydra) {
    int groups = hydraGroups(length);
    for (int exponent = 0; exponent < hydraDilations(length); exponent++) {
      int[] weights = new int[groups * HydraBank.GROUP * KernelBank.TAPS];
      for (int at = 0; at < weights.length; at += KernelBank.TAPS) {
        System.arraycopy(hydraKernel(), 0, weights, at, KernelBank.TAPS);
      }
      hydra.add(new HydraBank(source, 1 << exponent, weights));
    }
  }

  /** Normal weights, less their mean, scaled so that they add up to one without their signs. */
  private int[] hydraKernel() {
    double[] normal = new double[KernelBank.TAPS];
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

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
