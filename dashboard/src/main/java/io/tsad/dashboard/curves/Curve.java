package io.tsad.dashboard.curves;

import java.util.ArrayList;
import java.util.List;

/** A curve over all thresholds, as its corners: points on a straight line are left out. */
public record Curve(List<Point> points) {
  /**
   * A point of it.
   *
   * @param threshold from which probability on a series is called positive here
   */
  public record Point(double x, double y, double threshold) {}

  public Curve {
    points = List.copyOf(points);
  }

  /** False positive rate (x) and true positive rate (y), where anomalies are looked for. */
  public static Curve roc(ValidationScores scores) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0, Double.POSITIVE_INFINITY));
    for (float threshold : scores.descending()) {
      Confusion at = Confusion.of(scores, threshold);
      add(points, new Point(at.falsePositiveRate(), at.recall(), threshold));
    }
    return new Curve(points);
  }

  /** The same where normal series are looked for, by the probability of a normal one. */
  public static Curve rocOfNormal(ValidationScores scores) {
    return roc(new ValidationScores(reversed(scores.normals()), reversed(scores.anomalies())));
  }

  /** Recall (x) and precision (y). */
  public static Curve precisionRecall(ValidationScores scores) {
    List<Point> points = new ArrayList<>();
    for (float threshold : scores.descending()) {
      Confusion at = Confusion.of(scores, threshold);
      double precision = (double) at.truePositives() / (at.truePositives() + at.falsePositives());
      if (points.isEmpty()) {
        points.add(new Point(0, precision, Double.POSITIVE_INFINITY));
      }
      add(points, new Point(at.recall(), precision, threshold));
    }
    return new Curve(points);
  }

  private static void add(List<Point> points, Point next) {
    int size = points.size();
    if (size >= 2 && between(points.get(size - 2), points.get(size - 1), next)) {
      points.set(size - 1, next);
    } else {
      points.add(next);
    }
  }

  private static boolean between(Point a, Point b, Point c) {
    return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y);
  }

  private static float[] reversed(float[] ascending) {
    float[] others = new float[ascending.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = 1 - ascending[ascending.length - 1 - i];
    }
    return others;
  }
}
