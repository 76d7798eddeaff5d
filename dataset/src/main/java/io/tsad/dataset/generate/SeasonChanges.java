package io.tsad.dataset.generate;

/** Anomalies of the season: what recurs does so otherwise, or not at all. */
final class SeasonChanges {
  private SeasonChanges() {}

  /** The season swings wider. */
  static Span amplitude(Components series, Span room, double severity, Draws draws) {
    for (int t = room.start(); t < room.end(); t++) {
      series.season()[t] *= 1 + severity * room.taper(t);
    }
    return room;
  }

  /** The season runs faster, and falls back into step at the end. */
  static Span frequency(Components series, Span room, double severity, Draws draws) {
    for (int t = room.start(); t < room.end(); t++) {
      double faster = room.start() + (t - room.start()) * (1 + 0.6 * severity);
      double kept = 1 - room.taper(t);
      series.season()[t] = kept * series.season()[t] + (1 - kept) * series.seasonAt(faster);
    }
    return room;
  }

  /** The season is missing, in part where the severity is small. */
  static Span missing(Components series, Span room, double severity, Draws draws) {
    double lost = 1 - StrictMath.exp(-severity);
    for (int t = room.start(); t < room.end(); t++) {
      series.season()[t] *= 1 - lost * room.taper(t);
    }
    return room;
  }

  /** One half of each wave is flattened or, past a severity of 1.5, folded over and stretched. */
  static Span shape(Components series, Span room, double severity, Draws draws) {
    double half = draws.sign();
    for (int t = room.start(); t < room.end(); t++) {
      if (series.season()[t] * half > 0) {
        series.season()[t] *= 1 - severity / 1.5 * room.taper(t);
      }
    }
    return room;
  }
}
