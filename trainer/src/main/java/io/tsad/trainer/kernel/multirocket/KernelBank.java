package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kernels of one dilation over one source, each with thresholds on what it answers.
 *
 * <p>The kernels are MiniRocket's (Dempster, Schmidt and Webb, <em>MiniRocket: A Very Fast (Almost)
 * Deterministic Transform for Time Series Classification</em>, 2021): nine weights of −1 but three
 * of 2, every choice of three being a kernel. A threshold and a kernel make a channel, which is
 * pooled in four ways. Three are MultiRocket's (Tan, Dempster, Bergmeir and Webb, <em>MultiRocket:
 * Multiple Pooling Operators and Transformations for Fast and Effective Time Series
 * Classification</em>, 2022): the share of positions above the threshold (PPV), the mean excess
 * there (MPV), and the mean position of them (MIPV). Its fourth, the longest stretch of them, needs
 * a running maximum, for which ONNX has no operator; in its place stands the largest share in any
 * of {@link #windows(int)} consecutive windows.
 *
 * @param padded whether zeros surround the source, so that there are as many positions as samples;
 *     else positions are those where the whole kernel lies inside
 * @param kernels indices of the 84
 * @param thresholds in steps of the grid, as many for each kernel, kernel by kernel
 * @param whole whether the last window has as many positions as the others, zeros following the
 *     source: then a graph pools without cutting anything off
 */
public record KernelBank(
    Source source, int dilation, boolean padded, int[] kernels, int[] thresholds, boolean whole) {
  /** Weights a kernel has. */
  public static final int TAPS = 9;

  /** Ways of pooling. */
  public static final int POOLS = 4;

  private static final int WINDOWS = 32;
  private static final int LONGEST_WINDOW = 1024;
  private static final int SHORTEST_WINDOW = 4;

  /** The places of the three weights of 2, for each of the 84 kernels. */
  public static final List<int[]> KERNELS = kernelsOfThree();

  private static List<int[]> kernelsOfThree() {
    List<int[]> kernels = new ArrayList<>();
    for (int a = 0; a < TAPS; a++) {
      for (int b = a + 1; b < TAPS; b++) {
        for (int c = b + 1; c < TAPS; c++) {
          kernels.add(new int[] {a, b, c});
        }
      }
    }
    return List.copyOf(kernels);
  }

  /** Those of its channels that are kept. */
  KernelBank keeping(boolean[] kept) {
    int[] channels = IntStream.range(0, thresholds.length).filter(i -> kept[i]).toArray();
    int perKernel = kernels.length == 0 ? 1 : thresholds.length / kernels.length;
    return new KernelBank(
        source,
        dilation,
        padded,
        Arrays.stream(channels).map(channel -> kernels[channel / perKernel]).toArray(),
        Arrays.stream(channels).map(channel -> thresholds[channel]).toArray(),
        whole);
  }

  /** The same with whole windows only. */
  KernelBank compact() {
    return new KernelBank(source, dilation, padded, kernels, thresholds, true);
  }

  public int channels() {
    return thresholds.length;
  }

  public int features() {
    return POOLS * thresholds.length;
  }

  /** Samples before and after the source that count as zero. */
  public int padding() {
    return padded ? TAPS / 2 * dilation : 0;
  }

  /** Positions a kernel has, in a series of {@code length}. */
  public int positions(int length) {
    return whole ? windows(length) * window(length) : own(length);
  }

  /** The same, without those that only fill the last window. */
  int own(int length) {
    return source.length(length) + 2 * padding() - (TAPS - 1) * dilation;
  }

  /**
   * Positions of one window; the last may have fewer, unless they are whole. A power of two, so
   * that a mean over a window is as exact in float32 as the sum.
   */
  public int window(int length) {
    int window = SHORTEST_WINDOW;
    while (window * WINDOWS < own(length) && window < LONGEST_WINDOW) {
      window *= 2;
    }
    return window;
  }

  public int windows(int length) {
    return (own(length) + window(length) - 1) / window(length);
  }

  /**
   * Pools every channel.
   *
   * @param x the source, on the grid
   * @param length of the series
   * @param out takes {@link #features()} numbers from {@code at} on: of all channels the PPV, then
   *     of all the MPV in deviations, the MIPV from −0.5 to 0.5, the largest window's share
   */
  void pool(int[] x, int length, float[] out, int at) {
    Rows rows = new Rows(positions(length), window(length));
    Shifts shifts = Shifts.of(x, dilation, padding(), rows);
    int channels = channels();
    int perKernel = channels / kernels.length;
    int[] above = new int[rows.width()];
    int[] over = new int[rows.width()];
    for (int channel = 0; channel < channels; channel++) {
      Arrays.fill(above, 0);
      Arrays.fill(over, 0);
      int[] three = KERNELS.get(kernels[channel / perKernel]);
      shifts.exceed(three, thresholds[channel], above, over);
      pool(rows, above, over, out, at + channel, channels);
    }
  }

  private static void pool(Rows rows, int[] above, int[] over, float[] out, int at, int stride) {
    double positions = rows.positions();
    int window = rows.window();
    int perWindow = rows.perWindow();
    long count = 0;
    long excess = 0;
    double place = 0;
    int peak = 0;
    for (int from = 0; from < above.length; from += perWindow) {
      int inWindow = 0;
      for (int i = from; i < from + perWindow; i++) {
        inWindow += above[i];
        excess += over[i];
      }
      count += inWindow;
      place += inWindow * ((from / perWindow * window + window / 2.0) / positions - 0.5);
      peak = Math.max(peak, inWindow);
    }
    double some = Math.max(1, count);
    out[at] = (float) (count / positions);
    out[at + stride] = (float) (excess / some / Grid.STEPS);
    out[at + 2 * stride] = (float) (place / some);
    out[at + 3 * stride] = (float) (peak / (double) window);
  }
}
