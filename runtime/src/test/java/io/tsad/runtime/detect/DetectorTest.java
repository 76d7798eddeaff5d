package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.Provider;
import io.tsad.runtime.model.InputContract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.SeriesStatistics;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorTest {
  private static final List<String> CLASSES = List.of("normal", "anomaly");

  @TempDir Path folder;

  private Detector open(ModelCard card) throws Exception {
    return Detector.open(TinyModel.write(folder.resolve("model.onnx"), card), Device.CPU);
  }

  private static Series series(double... values) {
    return new Series("a.npy", values);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Test
  void theProbabilityIsThatOfThePositiveClass() throws Exception {
    try (Detector detector = open(TinyModel.card(3))) {
      Detection detection = detector.detect(List.of(series(1, 2, 6))).get(0);
      assertEquals(sigmoid(3), detection.probability(), 1e-6);
      assertEquals(1 - sigmoid(3), detection.probabilities().get(0), 1e-6);
      assertEquals(sigmoid(3), detection.probabilities().get(1), 1e-6);
      assertEquals(Verdict.ANOMALY, detection.verdict());
      assertEquals(Set.of(), detection.flags());
    }
  }

  @Test
  void thePositiveClassMayComeFirst() throws Exception {
    ModelCard card = TinyModel.card(List.of("anomaly", "normal"), new LengthRule(1, false), 0.5);
    try (Detector detector = open(card)) {
      List<Detection> detections = detector.detect(List.of(series(2), series(-2)));
      assertEquals(sigmoid(-2), detections.get(0).probability(), 1e-6);
      assertEquals(Verdict.NORMAL, detections.get(0).verdict());
      assertEquals(sigmoid(2), detections.get(1).probability(), 1e-6);
      assertEquals(Verdict.ANOMALY, detections.get(1).verdict());
    }
  }

  // softmax(0, 0) is 0.5 exactly, so a threshold can be right at the probability.
  @ParameterizedTest
  @CsvSource({
    "0.5, 0, ANOMALY",
    "0.5, -0.01, NORMAL",
    "0.5, 0.01, ANOMALY",
    "0.9, 2, NORMAL",
    "0.9, 3, ANOMALY",
    "0, -80, ANOMALY",
    "1, 5, NORMAL"
  })
  void theVerdictIsAnomalyFromTheThresholdOn(double threshold, double sample, Verdict verdict)
      throws Exception {
    try (Detector detector = open(TinyModel.card(CLASSES, new LengthRule(1, false), threshold))) {
      assertEquals(verdict, detector.detect(List.of(series(sample))).get(0).verdict());
    }
  }

  @Test
  void aBatchOfMixedLengthsKeepsItsOrder() throws Exception {
    List<Series> batch = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      batch.add(series(random.doubles(1 + random.nextInt(8), -3, 3).toArray()));
    }
    try (Detector detector = open(TinyModel.card(CLASSES, new LengthRule(4, true), 0.5))) {
      List<Detection> detections = detector.detect(batch);
      assertEquals(batch.size(), detections.size());
      for (int i = 0; i < batch.size(); i++) {
        double[] values = batch.get(i).values();
        double[] seen = Arrays.copyOf(values, 4);
        if (values.length < 4) {
          Arrays.fill(seen, values.length, 4, values[values.length - 1]);
        }
        double mean = Arrays.stream(seen).average().orElseThrow();
        assertEquals(sigmoid(mean), detections.get(i).probability(), 1e-6, "series " + i);
      }
      assertEquals(List.of(), detector.detect(List.of()));
    }
  }

  @Test
  void flagsSayWhatTheModelDidNotSee() throws Exception {
    try (Detector detector = open(TinyModel.card(CLASSES, new LengthRule(3, true), 0.5))) {
      List<Detection> detections =
          detector.detect(
              List.of(
                  series(1, 2, 3),
                  series(1, 2, 3, 4),
                  series(1, 2),
                  series(5, 5, 5, 6),
                  series(5),
                  series(0.0, -0.0, 0.0)));
      assertEquals(
          List.of(
              Set.of(),
              Set.of(Flag.CUT),
              Set.of(Flag.PADDED),
              Set.of(Flag.CUT, Flag.CONSTANT),
              Set.of(Flag.PADDED, Flag.CONSTANT),
              Set.of(Flag.CONSTANT)),
          detections.stream().map(Detection::flags).toList());
    }
  }

  /** A card of a model that learned from {@code training}. */
  private static ModelCard trainedOn(LengthRule rule, double[]... training) {
    ModelCard card = TinyModel.card(CLASSES, rule, 0.5);
    return new ModelCard(
        card.classes(),
        card.positive(),
        rule,
        card.threshold(),
        Optional.of(
            InputContract.of(
                Arrays.stream(training)
                    .map(series -> SeriesStatistics.of(series, rule.samples()))
                    .toList())),
        card.provenance(),
        card.golden());
  }

  @Test
  void aSeriesUnlikeTheTrainingSeriesIsFlaggedAndScored() throws Exception {
    try (Detector detector =
        open(trainedOn(new LengthRule(3, false), new double[] {0, 2, 1}, new double[] {1, 4, 2}))) {
      List<Detection> detections =
          detector.detect(List.of(series(0, 3, 2), series(0, 3, 2, 1e9), series(0, 300, 2)));
      assertEquals(
          List.of(Set.of(), Set.of(Flag.CUT), Set.of(Flag.OUTSIDE_CONTRACT)),
          detections.stream().map(Detection::flags).toList(),
          "what was cut off is not judged");
      assertEquals(sigmoid(302 / 3.0), detections.get(2).probability(), 1e-6);
      assertEquals("outside-contract", Flag.OUTSIDE_CONTRACT.toString());
    }
  }

  @Test
  void theReasonsAreGivenAndCanBeARefusal() throws Exception {
    try (Detector detector =
        open(trainedOn(new LengthRule(2, true), new double[] {0, 2}, new double[] {1, 4}))) {
      assertEquals(List.of(), detector.differences(series(0, 3)));
      assertDoesNotThrow(() -> detector.checkLikeTraining(series(0, 3)));
      assertEquals(
          List.of("length 1, in training always 2", "range 0, in training 2 to 3"),
          detector.differences(series(1)).subList(0, 2));
      assertEquals(
          "a.npy: is unlike the training series"
              + " (maximum 300, in training 2 to 4; range 300, in training 2 to 3);"
              + " check its source and unit, or train with series like it",
          assertThrows(
                  InvalidSeriesException.class, () -> detector.checkLikeTraining(series(0, 300)))
              .getMessage());
    }
  }

  @Test
  void withoutAnInputContractNothingIsOutsideOfIt() throws Exception {
    try (Detector detector = open(TinyModel.card(1))) {
      assertEquals(List.of(), detector.differences(series(1e30)));
      assertEquals(Set.of(Flag.CONSTANT), detector.detect(List.of(series(1e30))).get(0).flags());
    }
  }

  @Test
  void seriesThatCannotBeScoredAreRefused() throws Exception {
    try (Detector detector = open(TinyModel.card(3))) {
      assertEquals(
          "a.npy: has NaN at index 1; impute or remove missing values first",
          refusal(detector, series(1, Double.NaN, 2)));
      assertEquals(
          "a.npy: has NaN at index 3; impute or remove missing values first",
          refusal(detector, series(1, 2, 3, Double.NaN)),
          "also beyond the model's length: the file is damaged");
      assertEquals(
          "a.npy: is too short: 2 samples;"
              + " this model needs 3; give longer series, or train with --pad",
          refusal(detector, series(1, 2)));
      assertEquals(
          "a.npy: has no samples; give a series of at least one", refusal(detector, series()));
      assertEquals(1, detector.detect(List.of(series(1, 2, 3))).size(), "and it goes on working");
    }
  }

  private static String refusal(Detector detector, Series series) {
    return assertThrows(
            InvalidSeriesException.class,
            () -> detector.detect(List.of(series(1, 2, 3), series, series(1, 2, 3))))
        .getMessage();
  }

  @Test
  void autoTakesTheCpuWhereCudaIsNotAndSaysSo() throws Exception {
    Path model = TinyModel.write(folder.resolve("model.onnx"), TinyModel.card(3));
    try (Detector detector = Detector.open(model, Device.AUTO)) {
      assertEquals(
          new Provider(
              "CPUExecutionProvider",
              "this build has no CUDA (no libonnxruntime_providers_cuda.so)"),
          detector.provider());
    }
    try (Detector detector = Detector.open(model, Device.CPU)) {
      assertEquals(new Provider("CPUExecutionProvider", "asked for"), detector.provider());
    }
  }

  @Test
  void cudaOrNothingIsNothingWithoutIt() throws Exception {
    Path model = TinyModel.write(folder.resolve("model.onnx"), TinyModel.card(3));
    String message =
        assertThrows(DeviceUnavailableException.class, () -> Detector.open(model, Device.CUDA))
            .getMessage();
    assertEquals(1, message.lines().count(), message);
    assertEquals(
        "--device cuda: ONNX Runtime cannot use CUDA here",
        message.substring(0, message.indexOf(" (")));
  }

  @Test
  void closingTwiceIsHarmless() throws Exception {
    Detector detector = open(TinyModel.card(3));
    detector.close();
    assertDoesNotThrow(detector::close);
  }
}
