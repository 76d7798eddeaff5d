package io.tsad.dataset.generate;

/** Anomalies that move values away from where they belong and leave season and noise alone. */
final class Displacements {
  private Displacements() {}

  /** One to five single samples far off, all to the same side. */
  static Span spikes(Components series, Span room, double severity, Draws draws) {
    int count = 1 + draws.below(Math.min(5, room.length()));
    double size = draws.sign() * severity * series.deviation();
    int first = room.end();
    int last = room.start();
    for (int i = 0; i < count; i++) {
      int t = room.start() + draws.below(room.length());
      series.trend()[t] += size * draws.between(0.8, 1.2);
      first = Math.min(first, t);
      last = Math.max(last, t);
    }
    return new Span(first, last + 1);
  }

  /** Another level, from one sample to the next, and back again. */
  static Span levelShift(Components series, Span room, double severity, Draws draws) {
    double size = draws.sign() * severity * series.deviation();
    for (int t = room.start(); t < room.end(); t++) {
      series.trend()[t] += size;
    }
    return room;
  }

  /** A steady departure that ends at once, as when an instrument is set right again. */
  static Span drift(Components series, Span room, double severity, Draws draws) {
    double size = draws.sign() * severity * series.deviation();
    for (int t = room.start(); t < room.end(); t++) {
      series.trend()[t] += size * room.progress(t);
    }
    return room;
  }

  /** Another slope from the start of the room to the end of the series. */
  static Span trendBreak(Components series, Span room, double severity, Draws draws) {
    double size = draws.sign() * severity * series.deviation();
    for (int t = room.start(); t < room.end(); t++) {
      series.trend()[t] += size * room.progress(t);
    }
    return room;
  }

  /** A jump that decays, as after a shock. */
  static Span shock(Components series, Span room, double severity, Draws draws) {
    double size = draws.sign() * severity * series.deviation();
    for (int t = room.start(); t < room.end(); t++) {
      double progress = room.progress(t);
      series.trend()[t] += size * StrictMath.exp(-2 * progress);
    }
    return room;
  }

  /** A swing that sets in and dies away, much faster than the season. */
  static Span oscillation(Components series, Span room, double severity, Draws draws) {
    double turns = draws.between(4, 16);
    double size = draws.sign() * severity * series.deviation();
    for (int t = room.start(); t < room.end(); t++) {
      double progress = room.progress(t);
      double swing = StrictMath.sin(Cycle.TURN * turns * progress);
      series.trend()[t] += size * swing * StrictMath.exp(-2 * progress);
    }
    return room;
  }

  /** The process wanders off at random, and jumps back at the end. */
  static Span wandering(Components series, Span room, double severity, Draws draws) {
    double step = severity * series.deviation() / StrictMath.sqrt(room.length() / 2.0);
    double at = 0;
    for (int t = room.start(); t < room.end(); t++) {
      at += step * draws.gaussian();
      series.trend()[t] += at;
    }
    return room;
  }
}
