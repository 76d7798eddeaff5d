package io.tsad.trainer.kernel.hydra;

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
 * What competing kernels of many dilations gain. A part is a group of kernels, with what each of
 * them gains.
 *
 * @param length of the series, in samples
 * @param isCompact whether a graph convolves without a layout for images; the features are the same
 */
public record Hydra(int length, List<HydraBank> banks, boolean isCompact) implements View {
  public Hydra {
    banks = List.copyOf(banks);
  }

  @Override
  public int features() {
    return banks.stream().mapToInt(HydraBank::features).sum();
  }

  @Override
  public long parameters() {
    return banks.stream().mapToLong(bank -> bank.weights().length).sum();
  }

  @Override
  public void of(Sources series, float[] out, int at) {
    int next = at;
    for (HydraBank bank : banks) {
      bank.count(series.get(bank.source()), out, next);
      next += bank.features();
    }
  }

  @Override
  public boolean isWeighedApart() {
    return false;
  }

  @Override
  public String partsName() {
    return "hydraGroups";
  }

  @Override
  public int[] parts() {
    int[] parts = new int[features()];
    int at = 0;
    int first = 0;
    for (HydraBank bank : banks) {
      for (int j = 0; j < bank.features(); j++) {
        parts[at++] = first + j / HydraBank.GROUP % bank.groups();
      }
      first += bank.groups();
    }
    return parts;
  }

  @Override
  public double[] costs() {
    return banks.stream()
        .flatMapToDouble(
            bank -> {
              double[] each = new double[bank.groups()];
              int products = HydraBank.GROUP * HydraBank.TAPS;
              Arrays.fill(each, (double) products * bank.positions(length));
              return Arrays.stream(each);
            })
        .toArray();
  }

  @Override
  public boolean[] thinned(double share) {
    return Spread.over(banks.stream().map(HydraBank::groups).toList(), share);
  }

  @Override
  public Hydra keeping(boolean[] parts) {
    List<HydraBank> kept = new ArrayList<>();
    int first = 0;
    for (HydraBank bank : banks) {
      HydraBank some = bank.keeping(Arrays.copyOfRange(parts, first, first + bank.groups()));
      if (some.groups() > 0) {
        kept.add(some);
      }
      first += bank.groups();
    }
    return new Hydra(length, kept, isCompact);
  }

  @Override
  public Hydra compact() {
    return new Hydra(length, banks, true);
  }

  @Override
  public ViewNodes nodes(OnnxGraph graph, SourceNodes series) {
    return HydraNodes.add(graph, this, series);
  }
}
