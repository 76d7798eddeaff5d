package io.tsad.dataset.generate;

import io.tsad.dataset.folder.Anomaly;

/**
 * How long and how severe a profile's anomalies are. Lengths and severities are drawn on a
 * logarithmic scale.
 *
 * @param shortest as a share of the series
 * @param longest as a share of the series
 * @param weakest severity
 * @param strongest severity
 * @param spikes the severity of spikes; 0 where they are drawn like the others
 */
record AnomalySize(
    double shortest, double longest, double weakest, double strongest, double spikes) {
  private static final int FEWEST_SAMPLES = 4;

  Anomaly inject(AnomalyKind kind, Components series, Draws draws) {
    int length = (int) StrictMath.rint(series.length() * draws.logBetween(shortest, longest));
    length = Math.max(FEWEST_SAMPLES, length);
    // The first sample is left alone: a stuck sensor needs one to stick at.
    int start = 1 + draws.below(series.length() - length);
    double drawn = draws.logBetween(weakest, strongest);
    double severity = kind == AnomalyKind.SPIKES && spikes > 0 ? spikes : drawn;
    // Two decimals, so that the index can name the very severity that was used.
    double rounded = Math.max(0.01, StrictMath.rint(severity * 100) / 100);
    return kind.inject(series, new Span(start, start + length), rounded, draws);
  }
}
