package io.tsad.runtime.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.testing.Evaluations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The expected figures are scikit-learn 1.2.1's:
 *
 * <pre>
 * y = np.array([1,1,0,1,0,0,1,0,0,1,0,0])
 * p = np.array([.9,.8,.8,.7,.7,.7,.5,.5,.3,.3,1e-13,1e-20], 'float32')
 * roc_curve(y, p, drop_intermediate=False); roc_curve(1 - y, 1 - p, drop_intermediate=False)
 * precision_recall_curve(y, p); average_precision_score(y, p); v = p >= .75; accuracy_score(y, v)
 * balanced_accuracy_score(y, v); precision_score(y, v); recall_score(y, v); f1_score(y, v)
 * </pre>
 */
class EvaluatorTest {
  private static final double EXACT = 1e-15;
  private final Evaluation evaluation = Evaluations.evaluation();

  @Test
  void theFiguresAtTheThresholdAreThoseOfScikitLearn() {
    ConfusionMatrix confusion = evaluation.confusion();
    assertEquals(new ConfusionMatrix(2, 1, 3, 6), confusion);
    assertEquals(0.6666666666666666, confusion.accuracy(), EXACT);
    assertEquals(0.6285714285714286, confusion.balancedAccuracy(), EXACT);
    assertEquals(0.6666666666666666, confusion.precision(), EXACT);
    assertEquals(0.4, confusion.recall(), EXACT);
    assertEquals(0.5, confusion.f1(), EXACT);
  }

  @Test
  void aProbabilityEqualToTheThresholdIsPositive() {
    Evaluator evaluator = new Evaluator(Evaluations.CLASSES, 0);
    assertEquals(
        new ConfusionMatrix(4, 4, 1, 3),
        evaluator.evaluate(Evaluations.withTies(), 0.5, 0).confusion());
  }

  @Test
  void theRocCurveOfThePositiveClassIsThatOfScikitLearn() {
    RocCurve curve = evaluation.roc().get(0);
    assertEquals(0.7000000000000001, curve.auc(), EXACT);
    float[] thresholds = {Float.POSITIVE_INFINITY, .9f, .8f, .7f, .5f, .3f, 1e-13f, 1e-20f};
    double[] fpr = {
      0,
      0,
      0.14285714285714285,
      0.42857142857142855,
      0.5714285714285714,
      0.7142857142857143,
      0.8571428571428571,
      1
    };
    double[] tpr = {0, 0.2, 0.4, 0.6, 0.8, 1, 1, 1};
    assertPoints(curve, thresholds, fpr, tpr);
  }

  @Test
  void theRocCurveOfTheOtherClassIsThatOfScikitLearn() {
    RocCurve curve = evaluation.roc().get(1);
    assertEquals(0.7, curve.auc(), EXACT);
    float[] thresholds = {
      Float.POSITIVE_INFINITY, 1, .7f, .5f, 1 - .7f, 1 - .8f, 1 - .9f,
    };
    double[] fpr = {0, 0, 0.2, 0.4, 0.6, 0.8, 1};
    double[] tpr = {
      0, 0.2857142857142857, 0.42857142857142855, 0.5714285714285714, 0.8571428571428571, 1, 1
    };
    assertPoints(curve, thresholds, fpr, tpr);
  }

  private static void assertPoints(RocCurve curve, float[] thresholds, double[] x, double[] y) {
    assertEquals(thresholds.length, curve.points().size());
    for (int i = 0; i < thresholds.length; i++) {
      RocCurve.Point point = curve.points().get(i);
      assertEquals(thresholds[i], point.threshold());
      assertEquals(x[i], point.falsePositiveRate(), EXACT);
      assertEquals(y[i], point.truePositiveRate(), EXACT);
    }
  }

  @Test
  void thePrecisionRecallCurveIsThatOfScikitLearn() {
    PrCurve curve = evaluation.precisionRecall();
    assertEquals(0.6333333333333333, curve.averagePrecision(), EXACT);
    assertEquals(
        List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.0, 1.0),
        curve.points().stream().map(PrCurve.Point::recall).toList());
    assertEquals(
        List.of(
            1.0, 1.0, 0.6666666666666666, 0.5, 0.5, 0.5, 0.45454545454545453, 0.4166666666666667),
        curve.points().stream().map(PrCurve.Point::precision).toList());
    assertEquals(
        List.of(Float.POSITIVE_INFINITY, .9f, .8f, .7f, .5f, .3f, 1e-13f, 1e-20f),
        curve.points().stream().map(PrCurve.Point::threshold).toList());
  }

  static List<List<Scored>> randomSamples() {
    return Evaluations.randomSamples();
  }

  @ParameterizedTest
  @MethodSource("randomSamples")
  void theAreaIsTheChanceThatAnAnomalyGetsTheHigherProbability(List<Scored> scored) {
    double inOrder = 0;
    int pairs = 0;
    for (Scored anomaly : scored) {
      for (Scored normal : scored) {
        if (anomaly.label() == 0 && normal.label() == 1) {
          inOrder += (Math.signum(anomaly.probability(0) - normal.probability(0)) + 1) / 2.0;
          pairs++;
        }
      }
    }
    Evaluation judged = new Evaluator(Evaluations.CLASSES, 0).evaluate(scored, 0.5, 0);
    assertEquals(inOrder / pairs, judged.auc(), 1e-12);
    assertEquals(inOrder / pairs, judged.roc().get(1).auc(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("randomSamples")
  void theBootstrapMeasuresTheSameFigures(List<Scored> scored) {
    Evaluation judged = new Evaluator(Evaluations.CLASSES, 0).evaluate(scored, 0.4, 0);
    RankedScores ranked = RankedScores.of(scored, 0);
    Metrics metrics =
        Metrics.of(ranked.counts(true), ranked.counts(false), ranked.firstRankAtOrAbove(0.4));
    assertEquals(judged.confusion().accuracy(), metrics.accuracy(), 1e-12);
    assertEquals(judged.confusion().balancedAccuracy(), metrics.balancedAccuracy(), 1e-12);
    assertEquals(judged.auc(), metrics.auc(), 1e-12);
    assertEquals(judged.precisionRecall().averagePrecision(), metrics.averagePrecision(), 1e-12);
  }

  @Test
  void aClassifierThatFlagsNothingHasZeroPrecision() {
    Evaluation silent =
        new Evaluator(Evaluations.CLASSES, 0).evaluate(Evaluations.withTies(), 0.95, 0);
    assertEquals(new ConfusionMatrix(0, 0, 5, 7), silent.confusion());
    assertEquals(0, silent.confusion().precision());
    assertEquals(0, silent.confusion().f1());
  }

  @Test
  void thePositiveClassMayBeTheSecond() {
    Evaluation turned =
        new Evaluator(Evaluations.CLASSES, 1).evaluate(Evaluations.withTies(), 0.25, 0);
    assertEquals("normal", turned.positiveClass());
    assertEquals(new ConfusionMatrix(6, 3, 1, 2), turned.confusion());
    assertEquals(turned.roc().get(1).auc(), turned.auc());
  }

  @Test
  void seriesOfOneClassOnlyAreRefused() {
    Evaluator evaluator = new Evaluator(Evaluations.CLASSES, 0);
    List<Scored> normal = List.of(Scored.of("a", 1, 0.2f, 0.8f), Scored.of("b", 1, 0.3f, 0.7f));
    String message = refusal(() -> evaluator.evaluate(normal, 0.5, 0));
    assertEquals("series of both classes are needed; of 2 series 0 are of class 0", message);
    assertTrue(refusal(() -> evaluator.evaluate(List.of(), 0.5, 0)).contains("of 0 series"));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertEquals(
        "a.npy: [NaN, 0.5] are not the probabilities of two classes",
        refusal(() -> Scored.of("a.npy", 0, Float.NaN, 0.5f)));
    assertTrue(refusal(() -> Scored.of("a", 0, 2.5f, -1.5f)).contains("not the probabilities"));
    assertTrue(refusal(() -> Scored.of("a", 0, 0.9f, 0.9f)).contains("not the probabilities"));
    assertTrue(
        refusal(() -> new Scored("a", 0, List.of(1f))).contains("not the probabilities of two"));
    assertEquals("a: label 2 is neither 0 nor 1", refusal(() -> Scored.of("a", 2, 1, 0)));
  }

  @Test
  void aThresholdOutsideZeroToOneAndANameTwiceAreRefused() {
    Evaluator evaluator = new Evaluator(Evaluations.CLASSES, 0);
    List<Scored> scored = Evaluations.withTies();
    assertTrue(refusal(() -> evaluator.evaluate(scored, Double.NaN, 0)).contains("NaN"));
    assertTrue(refusal(() -> evaluator.evaluate(scored, 1.5, 0)).contains("1.5"));
    List<Scored> twice = new ArrayList<>(scored);
    twice.add(scored.get(0));
    assertEquals("anomaly/0.npy is there twice", refusal(() -> evaluator.evaluate(twice, 0.5, 0)));
  }

  private static String refusal(Runnable action) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
