package io.tsad.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.evaluation.BootstrapIntervals;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Evaluator;
import io.tsad.runtime.evaluation.Interval;
import io.tsad.testing.Evaluations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  @Test
  void theSummaryShowsFiguresIntervalsAndConfusion() {
    Interval half = new Interval(0.25, 0.75);
    Evaluation sample = Evaluations.evaluation();
    Evaluation evaluation =
        new Evaluation(
            sample.classes(),
            sample.positive(),
            sample.threshold(),
            sample.scored(),
            sample.confusion(),
            sample.roc(),
            sample.precisionRecall(),
            new BootstrapIntervals(1000, 0, half, half, half, half));
    assertEquals(
        """
        12 series, 95 % bootstrap intervals in brackets
          accuracy             0.6667  [0.2500, 0.7500]
          to be compared with  0.5000 for the majority, 0.7500 for 1-NN-DTW
          balanced accuracy    0.6286  [0.2500, 0.7500]
          ROC AUC              0.7000  [0.2500, 0.7500]
          average precision    0.6333  [0.2500, 0.7500]
          precision 0.6667, recall 0.4000, F1 0.5000
        called anomaly from a probability of 0.7500:
                                         called   not called
          anomaly                             2            3
          normal                              1            6
        """,
        EvaluationReport.summary(evaluation, Evaluations.BASELINES));
  }

  @Test
  void theWorstKindIsNamedFirst() {
    Map<String, String> kinds =
        Map.of(
            "anomaly/0.npy", "spike",
            "anomaly/1.npy", "stuck sensor",
            "anomaly/3.npy", "stuck sensor",
            "anomaly/6.npy", "level shift",
            "normal/2.npy", "never asked for");
    assertEquals(
        """
        missed by kind:
          (kind not known)             1 of 1
          level shift                  1 of 1
          stuck sensor                 1 of 2
          spike                        0 of 1
        """,
        EvaluationReport.missedByKind(Evaluations.evaluation(), kinds));
  }

  @Test
  void withoutKindsThereIsNoTable() {
    assertEquals("", EvaluationReport.missedByKind(Evaluations.evaluation(), Map.of()));
  }

  @Test
  void longNamesStillFitEightyColumns() {
    String name = "a class name that somebody made up without thinking of terminals".repeat(2);
    Evaluation evaluation =
        new Evaluator(List.of(name, name + "2"), 0).evaluate(Evaluations.withTies(), 1 / 3.0, 0);
    String text =
        EvaluationReport.summary(evaluation, Evaluations.BASELINES)
            + EvaluationReport.missedByKind(evaluation, Map.of("anomaly/0.npy", name));
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
  }
}
