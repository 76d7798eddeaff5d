package io.tsad.runtime.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.testing.Evaluations;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {
  private final String text = EvaluationJson.text(Evaluations.evaluation(), Evaluations.BASELINES);

  private Map<String, Object> read() throws IOException {
    return JSON.std.mapFrom(text);
  }

  @Test
  void theFieldsHaveAFixedOrder() throws IOException {
    assertEquals(
        List.of(
            "version",
            "classes",
            "positive",
            "threshold",
            "series",
            "confusion",
            "accuracy",
            "balancedAccuracy",
            "auc",
            "averagePrecision",
            "precision",
            "recall",
            "f1",
            "baselines",
            "reliability",
            "bootstrap",
            "roc",
            "precisionRecall",
            "files"),
        List.copyOf(read().keySet()));
    assertEquals(text, EvaluationJson.text(Evaluations.evaluation(), Evaluations.BASELINES));
  }

  @Test
  void figuresReadBackAsTheyWere() throws IOException {
    Evaluation evaluation = Evaluations.evaluation();
    Interval interval = evaluation.intervals().auc();
    assertEquals(
        Map.of("value", evaluation.auc(), "low", interval.low(), "high", interval.high()),
        read().get("auc"));
    assertEquals(
        Map.of("truePositives", 2, "falsePositives", 1, "falseNegatives", 3, "trueNegatives", 6),
        read().get("confusion"));
  }

  @Test
  void theThresholdThatNoSeriesReachesIsNull() throws IOException {
    List<Object> thresholds = Arrays.asList(null, 0.9, 0.8, 0.7, 0.5, 0.3, 1e-13, 1e-20);
    assertEquals(thresholds, at(read(), "roc", "anomaly", "threshold"));
    assertEquals(thresholds, at(read(), "precisionRecall", "threshold"));
    assertEquals(
        Arrays.asList(
            1.0, 1.0, 0.6666666666666666, 0.5, 0.5, 0.5, 0.45454545454545453, 0.4166666666666667),
        at(read(), "precisionRecall", "precision"));
  }

  @Test
  void everyFileIsThereInOrderWithTheShortestDecimals() throws IOException {
    assertTrue(read().get("files") instanceof List<?> files && files.size() == 12);
    assertTrue(
        text.contains(
            """
            "name" : "normal/2.npy",
                "label" : "normal",
                "probability" : [ 0.8, 0.19999999 ]
            """),
        text);
  }

  @Test
  void numbersAreTheShortestOnEveryJdk() {
    double threshold = Math.pow(2, -44); // to JDK 17's Double.toString 5.6843418860808015E-14
    Evaluation tiny =
        new Evaluator(Evaluations.CLASSES, 0).evaluate(Evaluations.withTies(), threshold, 0);
    assertTrue(
        EvaluationJson.text(tiny, Evaluations.BASELINES)
            .contains("\"threshold\" : 5.684341886080802E-14,"));
  }

  @Test
  void theTextEndsWithOneLineFeed() {
    assertTrue(text.endsWith("]\n}\n"), text);
    assertEquals(-1, text.indexOf('\r'));
  }

  private static Object at(Map<?, ?> map, String... path) {
    Object value = map;
    for (String key : path) {
      value = Objects.requireNonNull(((Map<?, ?>) value).get(key), key);
    }
    return value;
  }
}
