package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.kernel.view.Source;
import io.tsad.trainer.kernel.view.ViewDraw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Draws {@link MultiRocket}: dilations follow from the length, {@link Thresholds} from the data.
 */
public final class MultiRocketDraw implements ViewDraw {
  /** MultiRocket's: channels for each kernel and source, rounded down from 6,250 / 84. */
  private static final int CHANNELS_PER_KERNEL = 74;

  private static final int MOST_DILATIONS = 32;

  /** From this length on, kernels become fewer so that a series takes no longer. */
  private static final int FULL_LENGTH = 1024;

  @Override
  public MultiRocket draw(int length, List<int[]> grids, RandomStream random) {
    List<KernelBank> banks = new ArrayList<>();
    Thresholds thresholds = new Thresholds(length, grids, random);
    for (Source source : Source.values()) {
      addBanks(source, length, thresholds, banks);
    }
    return new MultiRocket(length, banks);
  }

  @Override
  public int features(int length) {
    return KernelBank.POOLS * channels(length);
  }

  /** The thresholds, the weights of the kernels. */
  @Override
  public long parameters(int length) {
    return channels(length) * (1L + KernelBank.TAPS);
  }

  private static int channels(int length) {
    return Source.values().length * KernelBank.KERNELS.size() * channelsPerKernel(length);
  }

  @Override
  public void describe(int length, Map<String, Object> parameters) {
    parameters.put("channelsPerKernel", channelsPerKernel(length));
    parameters.put("pools", List.of("ppv", "mpv", "mipv", "largest window's ppv"));
  }

  private static int channelsPerKernel(int length) {
    int affordable = (int) ((long) CHANNELS_PER_KERNEL * FULL_LENGTH / length);
    return Math.max(MOST_DILATIONS, Math.min(CHANNELS_PER_KERNEL, affordable));
  }

  private static void addBanks(
      Source source, int length, Thresholds drawn, List<KernelBank> banks) {
    double most = Math.log((source.length(length) - 1) / (KernelBank.TAPS - 1.0)) / Math.log(2);
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
        banks.add(drawn.bank(source, distinct[i], (i + parity) % 2 == 0, parity, thresholds[i]));
      }
    }
  }
}
