package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.detect.SelfTest.Outcome;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestTest {
  private static final LengthRule ONE = new LengthRule(1, false);

  @TempDir Path folder;

  /** Probability 1 / (1 + e^-sample), and what the card claims of it. */
  private static GoldenSeries golden(String name, double sample, double claimed) {
    return new GoldenSeries(
        name, new double[] {sample}, List.of((float) (1 - claimed), (float) claimed));
  }

  private SelfTest test(double threshold, GoldenSeries... golden) throws Exception {
    ModelCard card = TinyModel.card(List.of("normal", "anomaly"), ONE, threshold);
    Path model = TinyModel.write(folder.resolve("model.onnx"), card.withGolden(List.of(golden)));
    try (Detector detector = Detector.open(model, Device.CPU)) {
      return SelfTest.of(detector);
    }
  }

  @Test
  void probabilitiesAsAtExportPass() throws Exception {
    SelfTest test = test(0.5, golden("a.npy", 0, 0.5), golden("b.npy", 2, 0.880797));
    assertEquals(Outcome.PASSED, test.outcome());
    assertTrue(test.largestDifference() < 1e-6, test.toString());
    assertEquals("a.npy", test.results().get(0).name());
    assertEquals(0.5f, test.results().get(0).got());
    assertTrue(
        test.inWords().startsWith("all 2 golden series as at export, largest difference "),
        test.inWords());
  }

  @Test
  void otherKernelsRoundOtherwiseAndPass() throws Exception {
    SelfTest test = test(0.5, golden("a.npy", 2, 0.880797 + 9e-5));
    assertEquals(Outcome.PASSED, test.outcome());
    assertEquals(9e-5, test.largestDifference(), 1e-6);
  }

  @Test
  void anotherProbabilityFailsThoughTheVerdictIsTheSame() throws Exception {
    SelfTest test =
        test(0.5, golden("a.npy", 2, 0.881), golden("b.npy", 2, 0.880797), golden("c.npy", 2, 1));
    assertEquals(Outcome.FAILED, test.outcome());
    assertEquals(
        "2 of 3 golden series not as at export, c.npy most: expected 1.000000, got 0.880797",
        test.inWords());
  }

  @Test
  void anotherVerdictFailsThoughTheProbabilityIsTheSameButForRounding() throws Exception {
    SelfTest test = test(0.5, golden("a.npy", 0, 0.49995));
    assertEquals(Outcome.FAILED, test.outcome());
    assertEquals(
        "1 of 1 golden series not as at export, a.npy most:"
            + " expected 0.499950, got 0.500000, another verdict",
        test.inWords());
  }

  private Outcome inHalf(GoldenSeries golden) throws Exception {
    ModelCard card = TinyModel.card(List.of("normal", "anomaly"), ONE, 0.5);
    ModelCard half =
        card.withGolden(List.of(golden)).withProvenance(Map.of("precision", "float16"));
    Path model = TinyModel.write(folder.resolve("model.fp16.onnx"), half);
    try (Detector detector = Detector.open(model, Device.CPU)) {
      return SelfTest.of(detector).outcome();
    }
  }

  @Test
  void aModelInFloat16MayDifferByWhatFloat16Rounds() throws Exception {
    assertEquals(Outcome.PASSED, inHalf(golden("a.npy", 2, 0.880797 + 4.9e-3)));
    assertEquals(Outcome.FAILED, inHalf(golden("a.npy", 2, 0.880797 + 5.1e-3)));
  }

  @Test
  void itMayChangeAVerdictAtTheThresholdButNowhereElse() throws Exception {
    assertEquals(Outcome.PASSED, inHalf(golden("a.npy", 0, 0.4996)));
    assertEquals(Outcome.FAILED, inHalf(golden("a.npy", 0, 0.4949)));
  }

  @Test
  void withoutGoldenSeriesNothingIsProved() throws Exception {
    SelfTest test = test(0.5);
    assertEquals(Outcome.NOTHING_TO_TEST, test.outcome());
    assertEquals("nothing to test: the card has no golden series", test.inWords());
  }

  @Test
  void aGoldenSeriesThatCannotBeScoredIsTheModelsFault() {
    GoldenSeries empty = new GoldenSeries("e.npy", new double[0], List.of(0.5f, 0.5f));
    assertEquals(
        folder.resolve("model.onnx")
            + ": has a golden series that cannot be scored: e.npy has no samples;"
            + " export it again, with golden series that the model accepts",
        assertThrows(InvalidModelException.class, () -> test(0.5, empty)).getMessage());
  }
}
