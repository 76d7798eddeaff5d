package io.tsad.trainer.report;

import io.tsad.runtime.OneLine;
import io.tsad.runtime.evaluation.BaselineAccuracy;
import io.tsad.runtime.evaluation.BootstrapIntervals;
import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Interval;
import io.tsad.runtime.evaluation.Scored;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An {@link Evaluation} as text for a terminal, at most 80 columns wide. */
public final class EvaluationReport {
  private static final int NAME_WIDTH = 24;

  private EvaluationReport() {}

  /** The headline figures and the confusion matrix, some ten lines, each ended by a line feed. */
  public static String summary(Evaluation evaluation, BaselineAccuracy baselines) {
    ConfusionMatrix confusion = evaluation.confusion();
    BootstrapIntervals intervals = evaluation.intervals();
    String positive = shortened(evaluation.positiveClass());
    String negative = shortened(evaluation.negativeClass());
    return line("%d series, 95 %% bootstrap intervals in brackets", evaluation.scored().size())
        + estimate("accuracy", confusion.accuracy(), intervals.accuracy())
        + line(
            "  %-20s %.4f for the majority, %.4f for 1-NN-DTW",
            "to be compared with", baselines.majority(), baselines.nearestNeighbour())
        + estimate("balanced accuracy", confusion.balancedAccuracy(), intervals.balancedAccuracy())
        + estimate("ROC AUC", evaluation.auc(), intervals.auc())
        + estimate(
            "average precision",
            evaluation.precisionRecall().averagePrecision(),
            intervals.averagePrecision())
        + line(
            "  precision %.4f, recall %.4f, F1 %.4f",
            confusion.precision(), confusion.recall(), confusion.f1())
        + line("called %s from a probability of %.4f:", positive, evaluation.threshold())
        + line("  %-24s %12s %12s", "", "called", "not called")
        + row(positive, confusion.truePositives(), confusion.falseNegatives())
        + row(negative, confusion.falsePositives(), confusion.trueNegatives());
  }

  /**
   * How many series of the positive class were missed, by kind; the worst kind first. Nothing if
   * there are no kinds.
   *
   * @param kinds what sort of anomaly each file holds, by the series' name; other names are
   *     ignored, and positive series without a kind are counted as such
   */
  public static String missedByKind(Evaluation evaluation, Map<String, String> kinds) {
    if (kinds.isEmpty()) {
      return "";
    }
    Map<String, List<Scored>> byKind =
        evaluation.scored().stream()
            .filter(scored -> scored.label() == evaluation.positive())
            .collect(
                Collectors.groupingBy(
                    scored -> kinds.getOrDefault(scored.name(), "(kind not known)"),
                    TreeMap::new,
                    Collectors.toList()));
    return byKind.entrySet().stream()
        .map(group -> Missed.of(group.getKey(), group.getValue(), evaluation))
        .sorted(Comparator.comparingDouble(Missed::share).reversed())
        .map(m -> line("  %-24s %5d of %d", shortened(m.kind()), m.missed(), m.series()))
        .collect(Collectors.joining("", line("missed by kind:"), ""));
  }

  private record Missed(String kind, int missed, int series) {
    static Missed of(String kind, List<Scored> scored, Evaluation evaluation) {
      int missed =
          ConfusionMatrix.of(scored, evaluation.positive(), evaluation.threshold())
              .falseNegatives();
      return new Missed(kind, missed, scored.size());
    }

    double share() {
      return missed / (double) series;
    }
  }

  private static String estimate(String name, double value, Interval interval) {
    return line("  %-20s %.4f  [%.4f, %.4f]", name, value, interval.low(), interval.high());
  }

  private static String row(String name, int called, int notCalled) {
    return line("  %-24s %12d %12d", name, called, notCalled);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  private static String shortened(String any) {
    String name = OneLine.of(any);
    return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
  }
}
