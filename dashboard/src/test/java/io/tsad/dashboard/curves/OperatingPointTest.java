package io.tsad.dashboard.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Evaluator;
import io.tsad.runtime.evaluation.Scored;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatingPointTest {
  /** Two of four anomalies are above all normal series. */
  private static final ValidationScores SCORES =
      new ValidationScores(
          new float[] {0.2f, 0.5f, 0.8f, 0.9f}, new float[] {0.1f, 0.2f, 0.3f, 0.6f});

  private static final Workload DAY = new Workload(1000, 0.01);

  @Test
  void countsSeriesOnBothSidesOfTheThresholdWhichItselfIsAnAnomaly() {
    assertEquals(new ConfusionMatrix(3, 1, 1, 3), SCORES.at(0.5));
    assertEquals(new ConfusionMatrix(4, 4, 0, 0), SCORES.at(0));
    assertEquals(new ConfusionMatrix(0, 0, 4, 4), SCORES.at(1));
  }

  @Test
  void expectsAlarmsByTheShareOfAnomaliesThatIsGivenNotByThatOfTheValidation() {
    OperatingPoint point = OperatingPoint.at(0.5, SCORES, DAY);
    assertEquals(0.25, point.falsePositiveRate().value());
    assertEquals(0.75, point.recall().value());
    assertEquals(990 * 0.25, point.falseAlarmsPerDay().value(), 1e-9);
    assertEquals(990 * 0.25 + 7.5, point.alarmsPerDay().value(), 1e-9);
    assertEquals(7.5 / (990 * 0.25 + 7.5), point.precision().value(), 1e-9);
  }

  @Test
  void bandsHoldTheFigureAndAreThoseOfABinomial() {
    float[] many = new float[400];
    for (int i = 0; i < many.length; i++) {
      many[i] = i / 400f;
    }
    OperatingPoint point = OperatingPoint.at(0.5, new ValidationScores(many, many), DAY);
    // The standard deviation of a share of one half of 400 is 0.025.
    assertEquals(0.5 - 1.96 * 0.025, point.recall().low(), 0.01);
    assertEquals(0.5 + 1.96 * 0.025, point.recall().high(), 0.01);
    assertTrue(point.precision().low() < point.precision().value());
    assertEquals(point, OperatingPoint.at(0.5, new ValidationScores(many, many), DAY));
  }

  @Test
  void aBudgetIsMetByTheLowestThresholdThatKeepsIt() {
    // One of four normal series may be called: 247.5 a day.
    double threshold = OperatingPoint.thresholdFor(247.5, SCORES, DAY);
    assertEquals(0.4, threshold, 1e-6); // half way from 0.3 to 0.5
    assertEquals(
        247.5, OperatingPoint.at(threshold, SCORES, DAY).falseAlarmsPerDay().value(), 1e-9);
    assertEquals(0.7, OperatingPoint.thresholdFor(247, SCORES, DAY), 1e-6);
    assertEquals(0, OperatingPoint.thresholdFor(1e9, SCORES, DAY));
    assertEquals(0, OperatingPoint.thresholdFor(0, SCORES, new Workload(1000, 1)));
  }

  @Test
  void curvesHaveTheirCornersAndTheirEnds() {
    List<Scored> scored = new ArrayList<>();
    for (float anomaly : SCORES.anomalies()) {
      scored.add(Scored.of("anomaly " + anomaly, 1, 1 - anomaly, anomaly));
    }
    for (float normal : SCORES.normals()) {
      scored.add(Scored.of("normal " + normal, 0, 1 - normal, normal));
    }
    Evaluation evaluation = new Evaluator(List.of("normal", "anomaly"), 1).evaluate(scored, 0.5, 0);
    assertEquals(SCORES.at(0.5), ValidationScores.of(evaluation).at(0.5));
    List<Curve.Point> roc = Curve.roc(evaluation).points();
    assertEquals(new Curve.Point(0, 0), roc.get(0));
    assertEquals(0.5, roc.get(1).y());
    assertEquals(1, roc.get(roc.size() - 1).x());
    assertEquals(1, roc.get(roc.size() - 1).y());
    assertEquals(13 / 16.0 - 0.5 / 16, area(roc), 1e-9); // ties count one half
    assertEquals(area(roc), area(Curve.rocOfNormal(evaluation).points()), 1e-9);
    assertEquals(1, Curve.precisionRecall(evaluation).points().get(0).y());
  }

  private static double area(List<Curve.Point> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Curve.Point a = points.get(i - 1);
      Curve.Point b = points.get(i);
      area += (b.x() - a.x()) * (a.y() + b.y()) / 2;
    }
    return area;
  }

  @Test
  void eachProbabilityFallsIntoOneTwentieth() {
    assertEquals(0, Histogram.bin(0));
    assertEquals(10, Histogram.bin(0.5f));
    assertEquals(19, Histogram.bin(1));
  }
}
