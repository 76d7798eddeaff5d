package io.tsad.trainer.report;

import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.Interval;
import io.tsad.runtime.model.Warning;
import io.tsad.trainer.threshold.ThresholdChoice;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says of a model that is no better than chance, or than saying the same of every series, that it
 * is so. docs/training.md states the rules.
 *
 * @param suffix of the codes
 * @param where which series the model was judged on
 */
public record QualityWarnings(String suffix, String where) {
  /** On the validation set. */
  public static final QualityWarnings ON_VAL = new QualityWarnings("", "on val");

  /** On training series, each judged by a model fitted to all others. */
  public static final QualityWarnings LEFT_OUT =
      new QualityWarnings("-left-out", "on series of train, each left out of the fit in turn,");

  /** Thresholds that are meant to make as many verdicts right as possible. */
  private static final Set<String> FOR_ACCURACY =
      Set.of(ThresholdChoice.ARGMAX.name(), ThresholdChoice.ACCURACY.name());

  /** Leaving one of so few out is no test: it leaves the rest unlike it. */
  private static final int FEW = 5;

  /**
   * At most one; a ranking no better than chance goes before verdicts no better than the majority.
   *
   * @param threshold how it was chosen; one that weighs errors differently may well be right less
   *     often than the majority
   * @param majority accuracy of saying of every series what most training series are
   */
  public List<Warning> of(Evaluation evaluation, String threshold, double majority) {
    ConfusionMatrix confusion = evaluation.confusion();
    if (equals(LEFT_OUT) && Math.min(confusion.positives(), confusion.negatives()) < FEW) {
      return List.of();
    }
    Interval auc = evaluation.intervals().auc();
    double accuracy = confusion.accuracy();
    if (auc.low() <= 0.5) {
      String text =
          String.format(
              Locale.ROOT,
              "%s the model ranks %s than chance: its AUC is %.3f, 95 %% interval %.3f to %.3f",
              where,
              auc.high() < 0.5 ? "worse" : "no better",
              evaluation.auc(),
              auc.low(),
              auc.high());
      return List.of(new Warning("chance" + suffix, text));
    }
    if (FOR_ACCURACY.contains(threshold) && accuracy <= majority) {
      String text =
          String.format(
              Locale.ROOT,
              "%s the model is right in %.1f %%, saying the same of every series in %.1f %%; its AUC"
                  + " is %.3f, so another --threshold may help",
              where,
              100 * accuracy,
              100 * majority,
              evaluation.auc());
      return List.of(new Warning("majority" + suffix, text));
    }
    return List.of();
  }
}
