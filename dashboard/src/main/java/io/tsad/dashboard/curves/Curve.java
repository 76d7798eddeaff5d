package io.tsad.dashboard.curves;

import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.PrCurve;
import io.tsad.runtime.evaluation.RocCurve;
import java.util.ArrayList;
import java.util.List;

/** A curve over all thresholds, as its corners: points on a straight line are left out. */
public record Curve(List<Point> points) {
  /** A point of it. */
  public record Point(double x, double y) {}

  public Curve {
    points = List.copyOf(points);
  }

  /** False positive rate (x) and true positive rate (y), where anomalies are looked for. */
  public static Curve roc(Evaluation evaluation) {
    return of(evaluation.roc().get(evaluation.positive()));
  }

  /** The same where normal series are looked for, by the probability of a normal one. */
  public static Curve rocOfNormal(Evaluation evaluation) {
    return of(evaluation.roc().get(1 - evaluation.positive()));
  }

  private static Curve of(RocCurve roc) {
    return corners(
        roc.points().stream()
            .map(point -> new Point(point.falsePositiveRate(), point.truePositiveRate()))
            .toList());
  }

  /**
   * Recall (x) and precision (y). Where nothing is called an anomaly there is no precision; the
   * curve begins with that of the surest series.
   */
  public static Curve precisionRecall(Evaluation evaluation) {
    List<PrCurve.Point> known = evaluation.precisionRecall().points();
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, known.get(1).precision()));
    known.stream()
        .skip(1)
        .map(point -> new Point(point.recall(), point.precision()))
        .forEach(points::add);
    return corners(points);
  }

  private static Curve corners(List<Point> all) {
    List<Point> points = new ArrayList<>();
    for (Point next : all) {
      int size = points.size();
      if (size >= 2 && between(points.get(size - 2), points.get(size - 1), next)) {
        points.set(size - 1, next);
      } else {
        points.add(next);
      }
    }
    return new Curve(points);
  }

  private static boolean between(Point a, Point b, Point c) {
    return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y);
  }
}
