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
 * @param sameVerdict whether both give the same verdict
 */
public record GoldenResult(
    String name, float expected, float got, float difference, boolean sameVerdict) {
  static GoldenResult of(GoldenSeries golden, Detection detection, ModelCard card) {
    float expected = golden.probabilities().get(card.positiveIndex());
    float difference = 0;
    for (int i = 0; i < golden.probabilities().size(); i++) {
      float one = golden.probabilities().get(i) - detection.probabilities().get(i);
      difference = Math.max(difference, Math.abs(one));
    }
    return new GoldenResult(
        golden.name(),
        expected,
        detection.probability(),
        difference,
        Verdict.of(expected, card.threshold()) == detection.verdict());
  }

  /** Whether it is as it was, up to {@link SelfTest#TOLERANCE}. */
  public boolean passed() {
    return difference <= SelfTest.TOLERANCE && sameVerdict;
  }

  /** Expected and got, without a full stop. */
  public String inWords() {
    return "expected %.6f, got %.6f%s"
        .formatted(expected, got, sameVerdict ? "" : ", another verdict");
  }
}
