package io.tsad.dataset.generate;

/** Anomalies of the instrument: the process goes on, what is recorded of it does not. */
final class SensorFaults {
  private SensorFaults() {}

  /** The last good value is repeated; the longer, the more severe. */
  static Span stuck(Components series, Span room, double severity, Draws draws) {
    int length = (int) StrictMath.ceil(room.length() * (1 - StrictMath.exp(-severity)));
    Span held = new Span(room.start(), room.start() + length);
    double value = series.valueAt(room.start() - 1);
    for (int t = held.start(); t < held.end(); t++) {
      series.trend()[t] = value;
      series.season()[t] = 0;
      series.noise()[t] = 0;
    }
    return held;
  }

  /** In runs, readings are off by one and the same amount, as with a loose contact. */
  static Span dropouts(Components series, Span room, double severity, Draws draws) {
    double size = draws.sign() * severity * series.deviation();
    int run = Math.max(1, room.length() / 16);
    boolean loose = true;
    int end = room.start();
    for (int t = room.start(); t < room.end(); t++) {
      int into = t - room.start();
      if (into > 0 && into % run == 0) {
        loose = draws.uniform() < 0.4;
      }
      if (loose) {
        series.trend()[t] += size;
        end = t + 1;
      }
    }
    return new Span(room.start(), end);
  }

  /** The noise is wider than it was. */
  static Span variance(Components series, Span room, double severity, Draws draws) {
    for (int t = room.start(); t < room.end(); t++) {
      series.noise()[t] *= 1 + 3 * severity;
    }
    return room;
  }
}
