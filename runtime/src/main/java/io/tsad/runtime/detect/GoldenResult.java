package io.tsad.runtime.detect;

import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.ModelCard;

/**
 * What came of one golden series in a {@link SelfTest}.
 *
 * @param name where the series came from
 * @param expected the probability of the positive class at export
 * @param got the same here
 * @param difference the largest between two probabilities, over both classes
 * @param tolerance how large it may be
 * @param sameVerdict whether both give the same verdict, or the expected one is so near the
 *     threshold that a model of this precision may miss it
 */
public record GoldenResult(
    String name,
    float expected,
    float got,
    float difference,
    float tolerance,
    boolean sameVerdict) {
  static GoldenResult of(GoldenSeries golden, Detection detection, ModelCard card) {
    float expected = golden.probabilities().get(card.positiveIndex());
    float difference = 0;
    for (int i = 0; i < golden.probabilities().size(); i++) {
      float one = golden.probabilities().get(i) - detection.probabilities().get(i);
      difference = Math.max(difference, Math.abs(one));
    }
    float tolerance = SelfTest.tolerance(card);
    boolean undecided =
        tolerance > SelfTest.TOLERANCE
            && Math.abs(expected - card.threshold().value()) <= tolerance;
    return new GoldenResult(
        golden.name(),
        expected,
        detection.probability(),
        difference,
        tolerance,
        undecided || Verdict.of(expected, card.threshold()) == detection.verdict());
  }

  /** Whether it is as it was, up to {@link #tolerance}. */
  public boolean passed() {
    return difference <= tolerance && sameVerdict;
  }

  /** Expected and got, without a full stop. */
  public String inWords() {
    return "expected %.6f, got %.6f%s"
        .formatted(expected, got, sameVerdict ? "" : ", another verdict");
  }
}
