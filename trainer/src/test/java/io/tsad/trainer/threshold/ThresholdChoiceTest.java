package io.tsad.trainer.threshold;

import static io.tsad.trainer.threshold.ThresholdChoice.ACCURACY;
import static io.tsad.trainer.threshold.ThresholdChoice.ARGMAX;
import static io.tsad.trainer.threshold.ThresholdChoice.F1;
import static io.tsad.trainer.threshold.ThresholdChoice.YOUDEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Scored;
import io.tsad.testing.Evaluations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdChoiceTest {
  @Test
  void argmaxIsOneHalf() {
    assertEquals(0.5, ARGMAX.threshold(Evaluations.withTies(), 0));
  }

  @Test
  void classesThatPartAreCutInTheMiddleOfTheGap() {
    List<Scored> scored =
        Evaluations.of(new float[] {0.75f, 0.875f}, new float[] {0.125f, 0.25f, 0.0625f});
    assertEquals(0.5, YOUDEN.threshold(scored, 0));
    assertEquals(0.5, ACCURACY.threshold(scored, 0));
  }

  @Test
  void aModelOffCentreGetsAThresholdOffCentre() {
    List<Scored> scored = Evaluations.of(new float[] {1, 0.875f}, new float[] {0.5f, 0.625f});
    assertEquals(0.75, YOUDEN.threshold(scored, 0));
  }

  @Test
  void thePositiveClassMayBeTheSecond() {
    List<Scored> scored = Evaluations.of(new float[] {0.75f, 1}, new float[] {0.25f, 0.375f});
    assertEquals((0.25 + 0.625) / 2, YOUDEN.threshold(scored, 1));
  }

  @Test
  void youdenWeighsTheClassesAlikeAndAccuracyTheSeries() {
    // One anomaly below four normal series: J is best under it, accuracy above them.
    float[] anomalous = {0.25f, 0.75f};
    float[] normal = {0.5f, 0.5f, 0.5f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f};
    List<Scored> scored = Evaluations.of(anomalous, normal);
    assertEquals((0.125 + 0.25) / 2, YOUDEN.threshold(scored, 0));
    assertEquals((0.5 + 0.75) / 2, ACCURACY.threshold(scored, 0));
  }

  @Test
  void aFalsePositiveRateIsNotExceededAndTheRecallTheBestWithinIt() {
    float[] anomalous = {0.9f, 0.7f, 0.5f, 0.3f};
    float[] normal = {0.8f, 0.6f, 0.2f, 0.1f};
    List<Scored> scored = Evaluations.of(anomalous, normal);
    assertEquals(0.85, ThresholdChoice.falsePositiveRate(0).threshold(scored, 0), 1e-6);
    assertEquals(0.65, ThresholdChoice.falsePositiveRate(0.25).threshold(scored, 0), 1e-6);
    assertEquals(0.25, ThresholdChoice.falsePositiveRate(0.5).threshold(scored, 0), 1e-6);
  }

  @Test
  void costsMoveTheCut() {
    float[] anomalous = {0.25f, 0.75f};
    float[] normal = {0.5f, 0.5f, 0.125f};
    List<Scored> scored = Evaluations.of(anomalous, normal);
    assertEquals((0.5 + 0.75) / 2, ThresholdChoice.cost(1, 1).threshold(scored, 0));
    assertEquals((0.125 + 0.25) / 2, ThresholdChoice.cost(1, 5).threshold(scored, 0));
  }

  @Test
  void f1CountsNoTrueNegatives() {
    // Cut at 0.625: one of two found, nothing false, 2/3; at 0.1875: both and three false, 4/7.
    float[] anomalous = {0.25f, 0.75f};
    float[] normal = {0.5f, 0.5f, 0.5f, 0.125f, 0.125f, 0.125f};
    assertEquals(0.625, F1.threshold(Evaluations.of(anomalous, normal), 0));
  }

  @Test
  void choicesHaveTheNamesOfTheCommandLine() {
    for (String name :
        List.of("argmax", "accuracy", "youden", "f1", "fpr=0.01", "cost=1:5", "0.25")) {
      assertEquals(name, ThresholdChoice.named(name).orElseThrow().name());
    }
    assertEquals(
        0.25, ThresholdChoice.named("0.25").orElseThrow().threshold(Evaluations.withTies(), 0));
    for (String name :
        List.of("best", "fpr=", "fpr=2", "fpr=NaN", "cost=1", "cost=0:1", "cost=1:x", "1.5", "")) {
      assertTrue(ThresholdChoice.named(name).isEmpty(), name);
    }
  }

  @Test
  void ofEquallyGoodCutsTheWidestGapIsTaken() {
    // Cutting at 0.1875 or at 0.625: each errs once.
    List<Scored> scored = Evaluations.of(new float[] {0.25f, 0.75f}, new float[] {0.125f, 0.5f});
    assertEquals(0.625, YOUDEN.threshold(scored, 0));
    assertEquals(0.625, ACCURACY.threshold(scored, 0));
  }

  @Test
  void ofEquallyWideGapsTheOneNearestOneHalfIsTaken() {
    // Gaps of 1/8 at 0.1875 and at 0.5625 are worth the same.
    List<Scored> scored = Evaluations.of(new float[] {0.25f, 0.625f}, new float[] {0.125f, 0.5f});
    assertEquals(0.5625, YOUDEN.threshold(scored, 0));
  }

  @Test
  void neighbouringFloatsAreStillParted() {
    float low = 0.3f;
    List<Scored> scored = Evaluations.of(new float[] {Math.nextUp(low)}, new float[] {low});
    double threshold = YOUDEN.threshold(scored, 0);
    assertTrue(low < threshold && threshold <= Math.nextUp(low), () -> "chose " + threshold);
  }

  @Test
  void nothingIsSoughtAboveAProbabilityOfOne() {
    List<Scored> scored = Evaluations.of(new float[] {0}, new float[] {1, 1, 1});
    assertEquals(0.5, YOUDEN.threshold(Evaluations.of(new float[] {1}, new float[] {0}), 0));
    assertEquals(0, ACCURACY.threshold(scored, 0));
  }

  static List<List<Scored>> randomSamples() {
    return Evaluations.randomSamples();
  }

  @ParameterizedTest
  @MethodSource("randomSamples")
  void noOtherThresholdHasALargerBalancedAccuracyOrAccuracy(List<Scored> heldBack) {
    double youden = at(heldBack, YOUDEN.threshold(heldBack, 0)).balancedAccuracy();
    double accuracy = at(heldBack, ACCURACY.threshold(heldBack, 0)).accuracy();
    for (int i = 0; i <= 320; i++) {
      ConfusionMatrix other = at(heldBack, i / 320.0);
      assertTrue(other.balancedAccuracy() <= youden + 1e-12);
      assertTrue(other.accuracy() <= accuracy);
    }
  }

  private static ConfusionMatrix at(List<Scored> scored, double threshold) {
    return ConfusionMatrix.of(scored, 0, threshold);
  }

  static List<ThresholdChoice> choices() {
    return List.of(YOUDEN, ACCURACY, F1, ThresholdChoice.cost(1, 5));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void heldBackSeriesOfOneClassAreRefused(ThresholdChoice choice) {
    List<Scored> normal = Evaluations.of(new float[0], new float[] {0.1f, 0.2f});
    assertThrows(IllegalArgumentException.class, () -> choice.threshold(normal, 0));
  }
}
