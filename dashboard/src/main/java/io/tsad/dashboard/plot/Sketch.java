package io.tsad.dashboard.plot;

import java.util.Locale;

/** An {@link Envelope} as the points of an SVG polyline, {@value #WIDTH} by {@value #HEIGHT}. */
public final class Sketch {
  public static final int WIDTH = 1000;
  public static final int HEIGHT = 200;

  private Sketch() {}

  /** Of a whole series; a constant one is a line in the middle. */
  public static String of(double[] values) {
    Envelope envelope = Envelope.of(values, 0, values.length, WIDTH / 2);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < envelope.minimum().length; i++) {
      low = Math.min(low, envelope.minimum()[i]);
      high = Math.max(high, envelope.maximum()[i]);
    }
    StringBuilder points = new StringBuilder();
    int count = envelope.minimum().length;
    for (int i = 0; i < count; i++) {
      double x = count == 1 ? 0 : (double) WIDTH * i / (count - 1);
      add(points, x, envelope.minimum()[i], low, high);
      add(points, x, envelope.maximum()[i], low, high);
    }
    return points.toString().strip();
  }

  private static void add(StringBuilder points, double x, double value, double low, double high) {
    // Halved, so that the range of huge values does not overflow.
    double share = high == low ? 0.5 : (value / 2 - low / 2) / (high / 2 - low / 2);
    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, HEIGHT * (1 - share)));
  }
}
