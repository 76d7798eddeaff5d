package io.tsad.dataset.generate;

/** Puts one anomaly into a series. */
@FunctionalInterface
interface Injection {
  /**
   * Changes {@code series} within {@code room} and nowhere else.
   *
   * @param room starts after the first sample and holds at least four
   * @param severity the size wanted, in standard deviations of the series where that makes sense
   * @return the samples that are anomalous now, within {@code room}
   */
  Span into(Components series, Span room, double severity, Draws draws);
}
