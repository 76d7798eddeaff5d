package io.tsad.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Evaluator;
import io.tsad.runtime.evaluation.Scored;
import io.tsad.runtime.model.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QualityWarningsTest {
  /** Half anomalies, whose probabilities lie higher by {@code skill} on average. */
  private static Evaluation evaluation(int series, double skill, double threshold) {
    Random random = new Random(3);
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      double score = random.nextGaussian() + (i % 2 == 0 ? skill : 0);
      float anomaly = (float) (1 / (1 + Math.exp(-score)));
      scored.add(Scored.of(i + ".npy", i % 2, anomaly, 1 - anomaly));
    }
    return new Evaluator(List.of("anomaly", "normal"), 0).evaluate(scored, threshold, 0);
  }

  @Test
  void aModelThatRanksWellIsNotWarnedOf() {
    assertEquals(List.of(), onVal(evaluation(100, 2, 0.7), "argmax", 0.5));
  }

  @Test
  void anIntervalOfTheAucThatIncludesOneHalfIsChance() {
    Warning warning = onVal(evaluation(100, 0, 0.5), "argmax", 0.5).get(0);
    assertEquals("chance", warning.code());
    assertTrue(warning.text().startsWith("on val the model ranks no better than chance: its AUC"));
    assertEquals("chance", onVal(evaluation(8, 0.4, 0.5), "argmax", 0.5).get(0).code());
  }

  @Test
  void anIntervalBelowOneHalfIsWorse() {
    Warning warning = onVal(evaluation(100, -2, 0.5), "youden", 0.5).get(0);
    assertEquals("chance", warning.code());
    assertTrue(warning.text().contains("ranks worse than chance"), warning.text());
  }

  @Test
  void verdictsRightNoMoreOftenThanTheMajorityAreWarnedOfWhereTheyAreMeantToBe() {
    Evaluation callsNone = evaluation(100, 2, 1);
    assertEquals("majority", onVal(callsNone, "argmax", 0.5).get(0).code());
    assertEquals("majority", onVal(callsNone, "accuracy", 0.5).get(0).code());
    assertEquals(List.of(), onVal(callsNone, "fpr=0.01", 0.5));
    assertEquals(List.of(), onVal(callsNone, "argmax", 0.4));
  }

  @Test
  void ofTrainingSeriesLeftOutTheCodesAreOthersAndAFewAreNoTest() {
    assertEquals(
        "chance-left-out",
        QualityWarnings.LEFT_OUT.of(evaluation(100, 0, 0.5), "argmax", 0.5).get(0).code());
    assertEquals(
        "majority-left-out",
        QualityWarnings.LEFT_OUT.of(evaluation(100, 2, 1), "argmax", 0.5).get(0).code());
    assertEquals(List.of(), QualityWarnings.LEFT_OUT.of(evaluation(9, -2, 0.5), "argmax", 0.5));
  }

  private static List<Warning> onVal(Evaluation evaluation, String threshold, double majority) {
    return QualityWarnings.ON_VAL.of(evaluation, threshold, majority);
  }
}
