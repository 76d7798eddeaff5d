package io.tsad.trainer.baseline;

import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.model.LengthRule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives a series the label of the training series nearest to it under dynamic time warping: for
 * long the classifier to beat (Bagnall et al., <em>The great time series classification bake
 * off</em>, Data Mining and Knowledge Discovery 31, 2017).
 *
 * <p>Series are standardised. So that it takes seconds, those longer than {@value #MOST_SAMPLES}
 * samples are averaged down to as many, and of more than {@value #MOST_SERIES} training series as
 * many are kept, evenly spread over their order.
 */
public final class NearestNeighbour {
  static final int MOST_SAMPLES = 256;
  static final int MOST_SERIES = 2000;

  /** Share of the length that samples may be apart (Ratanamahatana and Keogh, 2005). */
  private static final double WINDOW = 0.1;

  private final LengthRule rule;
  private final int window;
  private final List<Candidate> candidates;

  private record Candidate(double[] values, Envelope envelope, int label) {}

  private record Bound(double squared, Candidate candidate) {}

  private NearestNeighbour(LengthRule rule, int window, List<Candidate> candidates) {
    this.rule = rule;
    this.window = window;
    this.candidates = candidates;
  }

  /** Remembers the training series, at least one. */
  public static NearestNeighbour of(List<LabelledSeries> train, LengthRule rule) {
    int samples = Math.min(rule.samples(), MOST_SAMPLES);
    int window = (int) Math.ceil(WINDOW * samples);
    int kept = Math.min(train.size(), MOST_SERIES);
    List<Candidate> candidates =
        IntStream.range(0, kept)
            .parallel()
            .mapToObj(i -> train.get((int) ((long) i * train.size() / kept)))
            .map(
                one -> {
                  double[] values = Standardised.of(one.values(), rule, samples);
                  return new Candidate(values, Envelope.of(values, window), one.label());
                })
            .toList();
    return new NearestNeighbour(rule, window, candidates);
  }

  /** The label of the nearest one. */
  public int label(double[] raw) {
    double[] query = Standardised.of(raw, rule, candidates.get(0).values().length);
    // Cheap bounds first: most candidates turn out too far away without being warped.
    List<Bound> bounds =
        candidates.stream()
            .map(one -> new Bound(one.envelope().squaredDistance(query), one))
            .sorted(Comparator.comparingDouble(Bound::squared))
            .toList();
    double best = Double.POSITIVE_INFINITY;
    int label = bounds.get(0).candidate().label();
    for (Bound bound : bounds) {
      if (bound.squared() >= best) {
        break;
      }
      double distance = Warping.squaredDistance(query, bound.candidate().values(), window, best);
      if (distance < best) {
        best = distance;
        label = bound.candidate().label();
      }
    }
    return label;
  }
}
