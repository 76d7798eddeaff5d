package io.tsad.runtime.detect;

import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a model answers here as it did where it was exported: its card's golden series, scored
 * again.
 *
 * @param results one per golden series, in the card's order
 */
public record SelfTest(List<GoldenResult> results) {
  /**
   * The largest difference between two probabilities that are the same but for rounding. Where a
   * model was exported, ONNX Runtime must agree with the trainer to 1e-5; elsewhere other kernels
   * are at work, which sum in another order, fuse multiplications with additions, or round to fewer
   * bits on a GPU. A wrong file or a broken installation differs by far more than this.
   */
  public static final float TOLERANCE = 1e-4f;

  /**
   * The same for a model that computes in float16, which keeps eleven bits of a number: the card's
   * golden probabilities are those of the float32 model.
   */
  public static final float HALF_TOLERANCE = 5e-3f;

  /** What came of it. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** The card has no golden series, so nothing was proved. */
    NOTHING_TO_TEST
  }

  public SelfTest {
    results = List.copyOf(results);
  }

  /**
   * Scores the golden series with {@code detector}, on the provider it runs on.
   *
   * @throws InvalidModelException if the model cannot score them
   * @throws DeviceUnavailableException if a GPU fails while it scores
   */
  public static SelfTest of(Detector detector)
      throws InvalidModelException, DeviceUnavailableException {
    ModelCard card = detector.card();
    List<GoldenResult> results = new ArrayList<>();
    for (GoldenSeries golden : card.golden()) {
      results.add(GoldenResult.of(golden, detection(detector, golden), card));
    }
    return new SelfTest(results);
  }

  private static Detection detection(Detector detector, GoldenSeries golden)
      throws InvalidModelException, DeviceUnavailableException {
    try {
      return detector.detect(List.of(new Series(golden.name(), golden.values()))).get(0);
    } catch (InvalidSeriesException e) {
      throw new InvalidModelException(
          detector.name(),
          "has a golden series that cannot be scored: %s %s".formatted(e.subject(), e.fault()),
          "export it again, with golden series that the model accepts",
          e);
    }
  }

  /** How far a model of this card may be from what it answered at export. */
  static float tolerance(ModelCard card) {
    return Contract.FLOAT16.equals(card.provenance().get(Contract.PRECISION))
        ? HALF_TOLERANCE
        : TOLERANCE;
  }

  public Outcome outcome() {
    if (results.isEmpty()) {
      return Outcome.NOTHING_TO_TEST;
    }
    return results.stream().allMatch(GoldenResult::passed) ? Outcome.PASSED : Outcome.FAILED;
  }

  /** The largest of the results' differences; 0 where there is none. */
  public float largestDifference() {
    return (float) results.stream().mapToDouble(GoldenResult::difference).max().orElse(0);
  }

  /** The outcome in words, without a full stop. */
  public String inWords() {
    return switch (outcome()) {
      case NOTHING_TO_TEST -> "nothing to test: the card has no golden series";
      case PASSED ->
          "all %d golden series as at export, largest difference %s"
              .formatted(
                  results.size(),
                  largestDifference() == 0 ? "0" : "%.1e".formatted(largestDifference()));
      case FAILED -> {
        List<GoldenResult> failed = results.stream().filter(result -> !result.passed()).toList();
        GoldenResult worst =
            failed.stream().max(Comparator.comparing(GoldenResult::difference)).orElseThrow();
        yield "%d of %d golden series not as at export, %s most: %s"
            .formatted(failed.size(), results.size(), worst.name(), worst.inWords());
      }
    };
  }
}
