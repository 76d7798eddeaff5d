package io.tsad.trainer.kernel.innovations;

import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.Sources;
import io.tsad.trainer.kernel.view.View;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The figures in which a series is compared with nothing but itself, those of all {@link
 * InnovationBank}s, then of all {@link BandBank}s, and last that of the {@link BrokenLine}; and for
 * each what it is above a few knots. A score that is linear in these bends at the knots: a figure
 * far out of the ordinary can count for more than in proportion, so that one alone can decide, as
 * where anomalies are of many kinds (additive models: Hastie and Tibshirani, <em>Generalized
 * Additive Models</em>, 1990). A part is a bank, or the broken line, with its knots.
 *
 * @param length of the series, in samples
 * @param lines one, or none where it is left out
 * @param knots of all figures the lowest, then of all the next, {@code [quantiles, figures]}
 * @param isCompact whether a graph predicts all at once; the figures are the same
 */
public record Innovations(
    int length,
    List<InnovationBank> banks,
    List<BandBank> bands,
    List<BrokenLine> lines,
    float[] knots,
    boolean isCompact)
    implements View {
  /** About how many multiplications an average takes for a sample of it, beside the prediction. */
  private static final double PER_SAMPLE = 40;

  public Innovations {
    banks = List.copyOf(banks);
    bands = List.copyOf(bands);
    lines = List.copyOf(lines);
  }

  /** All there are for a length, without knots; none for series too short for it. */
  static Innovations bare(int length) {
    List<InnovationBank> banks = InnovationBank.of(length);
    List<BrokenLine> lines = banks.isEmpty() ? List.of() : List.of(new BrokenLine(length));
    return new Innovations(length, banks, BandBank.of(length), lines, new float[0], false);
  }

  Innovations with(float[] other) {
    return new Innovations(length, banks, bands, lines, other, isCompact);
  }

  /** Of all banks together. */
  int figures() {
    return Arrays.stream(perPart()).sum();
  }

  private int[] perPart() {
    return IntStream.concat(
            IntStream.concat(
                banks.stream().mapToInt(bank -> bank.figures(length)),
                bands.stream().mapToInt(bank -> bank.figures(length))),
            lines.stream().mapToInt(line -> 1))
        .toArray();
  }

  @Override
  public int features() {
    return figures() + knots.length;
  }

  @Override
  public long parameters() {
    return 0;
  }

  @Override
  public void of(Sources series, float[] out, int at) {
    float[] figures = figures(series.series());
    System.arraycopy(figures, 0, out, at, figures.length);
    for (int k = 0; k < knots.length; k++) {
      out[at + figures.length + k] = Math.max(0, figures[k % figures.length] - knots[k]);
    }
  }

  float[] figures(int[] grid) {
    float[] figures = new float[figures()];
    int at = 0;
    for (InnovationBank bank : banks) {
      bank.figures(grid, figures, at);
      at += bank.figures(length);
    }
    for (BandBank bank : bands) {
      bank.figures(grid, figures, at);
      at += bank.figures(length);
    }
    for (BrokenLine line : lines) {
      figures[at] = line.figure(grid);
    }
    return figures;
  }

  @Override
  public boolean isWeighedApart() {
    return true;
  }

  @Override
  public String partsName() {
    return "innovationBanks";
  }

  @Override
  public int[] parts() {
    int[] ofFigures = partsOfFigures();
    return IntStream.range(0, features()).map(j -> ofFigures[j % ofFigures.length]).toArray();
  }

  private int[] partsOfFigures() {
    int[] perPart = perPart();
    return IntStream.range(0, perPart.length)
        .flatMap(part -> IntStream.generate(() -> part).limit(perPart[part]))
        .toArray();
  }

  @Override
  public double[] costs() {
    List<Double> costs = new ArrayList<>();
    for (InnovationBank bank : banks) {
      costs.add(
          PER_SAMPLE * bank.samples(length) + LinearPrediction.products(bank.samples(length)));
    }
    bands.forEach(bank -> costs.add(PER_SAMPLE * bank.samples(length)));
    lines.forEach(line -> costs.add((double) line.means() * line.means()));
    return costs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All: each sees something else. */
  @Override
  public boolean[] thinned(double share) {
    boolean[] all = new boolean[perPart().length];
    Arrays.fill(all, true);
    return all;
  }

  @Override
  public Innovations keeping(boolean[] parts) {
    int[] ofFigures = partsOfFigures();
    float[] kept = new float[knots.length];
    int count = 0;
    for (int k = 0; k < knots.length; k++) {
      if (parts[ofFigures[k % ofFigures.length]]) {
        kept[count++] = knots[k];
      }
    }
    int lastBands = banks.size() + bands.size();
    return new Innovations(
        length,
        kept(banks, parts, 0),
        kept(bands, parts, banks.size()),
        kept(lines, parts, lastBands),
        Arrays.copyOf(kept, count),
        isCompact);
  }

  private static <T> List<T> kept(List<T> all, boolean[] parts, int first) {
    return IntStream.range(0, all.size()).filter(i -> parts[first + i]).mapToObj(all::get).toList();
  }

  @Override
  public Innovations compact() {
    return new Innovations(length, banks, bands, lines, knots, true);
  }

  @Override
  public ViewNodes nodes(OnnxGraph graph, SourceNodes series) {
    return new InnovationsNodes(graph, this, series);
  }
}
