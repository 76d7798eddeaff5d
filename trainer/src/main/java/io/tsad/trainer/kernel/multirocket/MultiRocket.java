package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.Sources;
import io.tsad.trainer.kernel.view.Spread;
import io.tsad.trainer.kernel.view.View;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What kernels of many dilations answer, pooled. A part is a channel, with all that it is pooled
 * to.
 *
 * @param length of the series, in samples
 */
public record MultiRocket(int length, List<KernelBank> banks) implements View {
  /** What a bank costs, however few its channels. */
  private static final int SHARED = 200_000;

  public MultiRocket {
    banks = List.copyOf(banks);
  }

  @Override
  public int features() {
    return banks.stream().mapToInt(KernelBank::features).sum();
  }

  /** The thresholds, the weights of the kernels. */
  @Override
  public long parameters() {
    return banks.stream().mapToLong(KernelBank::channels).sum() * (1 + KernelBank.TAPS);
  }

  @Override
  public void of(Sources series, float[] out, int at) {
    int next = at;
    for (KernelBank bank : banks) {
      bank.pool(series.get(bank.source()), length, out, next);
      next += bank.features();
    }
  }

  @Override
  public boolean isWeighedApart() {
    return false;
  }

  @Override
  public String partsName() {
    return "channels";
  }

  @Override
  public int[] parts() {
    int[] parts = new int[features()];
    int at = 0;
    int first = 0;
    for (KernelBank bank : banks) {
      for (int j = 0; j < bank.features(); j++) {
        parts[at++] = first + j % bank.channels();
      }
      first += bank.channels();
    }
    return parts;
  }

  @Override
  public double[] costs() {
    return banks.stream()
        .flatMapToDouble(
            bank -> {
              double[] each = new double[bank.channels()];
              double own = (double) KernelBank.TAPS * bank.positions(length);
              Arrays.fill(each, own + (double) SHARED / bank.channels());
              return Arrays.stream(each);
            })
        .toArray();
  }

  @Override
  public boolean[] thinned(double share) {
    return Spread.over(banks.stream().map(KernelBank::channels).toList(), share);
  }

  @Override
  public MultiRocket keeping(boolean[] parts) {
    List<KernelBank> kept = new ArrayList<>();
    int first = 0;
    for (KernelBank bank : banks) {
      KernelBank some = bank.keeping(Arrays.copyOfRange(parts, first, first + bank.channels()));
      if (some.channels() > 0) {
        kept.add(some);
      }
      first += bank.channels();
    }
    return new MultiRocket(length, kept);
  }

  @Override
  public MultiRocket compact() {
    return new MultiRocket(length, banks.stream().map(KernelBank::compact).toList());
  }

  @Override
  public ViewNodes nodes(OnnxGraph graph, SourceNodes series) {
    return banks.stream().allMatch(KernelBank::whole)
        ? CompactGraph.add(graph, this, series)
        : MultiRocketGraph.add(graph, this, series);
  }
}
