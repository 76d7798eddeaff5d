package io.tsad.dashboard.curves;

import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Estimate;
import io.tsad.runtime.evaluation.Evaluation;

/**
 * Whether a model is better than none, by the stored validation of its training: the one rule that
 * pages, API and problems go by.
 *
 * @param auc area under the ROC curve, at all thresholds
 * @param accuracy at the threshold in force
 * @param majority accuracy of calling every validation series what most of them are
 */
public record Usefulness(Estimate auc, double accuracy, double majority) {
  /** The area under the curve of a model that guesses. */
  private static final double GUESS = 0.5;

  /**
   * Of {@code evaluation}.
   *
   * @param threshold in force, 0 to 1
   */
  public static Usefulness of(Evaluation evaluation, double threshold) {
    ConfusionMatrix at = ConfusionMatrix.of(evaluation.scored(), evaluation.positive(), threshold);
    return new Usefulness(
        evaluation.headline().auc(),
        at.accuracy(),
        Math.max(at.positives(), at.negatives()) / (double) (at.positives() + at.negatives()));
  }

  /** Whether it cannot be told from a guess: the interval of its AUC includes 0.5. */
  public boolean ranksLikeAGuess() {
    return auc.low() <= GUESS && auc.high() >= GUESS;
  }

  /** Whether it is worse than a guess, as where the classes were mistaken for each other. */
  public boolean ranksBackwards() {
    return auc.high() < GUESS;
  }

  /** Whether calling every series what most are is right as often. */
  public boolean isNoBetterThanTheMajority() {
    return accuracy <= majority;
  }

  /** Whether no threshold would make it better than none. */
  public boolean isUseless() {
    return ranksLikeAGuess() || ranksBackwards();
  }

  /**
   * Whether it is no better than none, be it only at this threshold: one that is meant to miss
   * nothing may well be right less often than the majority.
   */
  public boolean isDoubtful() {
    return isUseless() || isNoBetterThanTheMajority();
  }

  /** Which of these hold, in English; empty if none does. */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    if (ranksLikeAGuess()) {
      words.append(
          "cannot be told from a guess: the 95 %% interval of its AUC, %.3f to %.3f, includes 0.5"
              .formatted(auc.low(), auc.high()));
    } else if (ranksBackwards()) {
      words.append(
          "ranks worse than a guess: its AUC is %.3f; were the classes mistaken for each other?"
              .formatted(auc.value()));
    }
    if (isNoBetterThanTheMajority()) {
      words.append(words.isEmpty() ? "" : "; ");
      words.append(
          "is right as often as calling every series what most are, or less: %.3f of %.3f"
              .formatted(accuracy, majority));
    }
    return words.toString();
  }
}
