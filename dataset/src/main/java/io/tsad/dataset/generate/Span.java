package io.tsad.dataset.generate;

/** The samples {@code start} to {@code end} − 1 of a series. */
record Span(int start, int end) {
  int length() {
    return end - start;
  }

  /** How far through the span sample {@code t} lies: above 0 at the first, below 1 at the last. */
  double progress(int t) {
    return (t - start + 0.5) / length();
  }

  /** Rises from 0 to 1 in the first eighth of the span and falls back in the last. */
  double taper(int t) {
    double fromEdge = Math.min(progress(t), 1 - progress(t));
    return Math.min(1, 8 * fromEdge);
  }
}
