package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.detect.RelevantModel.Kind;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorRelevanceTest {
  private static final DetectorConfig SCORES = DetectorConfig.on(Device.CPU);
  private static final DetectorConfig EXPLAINS = SCORES.withRelevance();

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("model.onnx");
  }

  private static Series series(double... values) {
    return new Series("a.npy", values);
  }

  private List<Detection> detect(DetectorConfig config, Series... batch) throws TsadException {
    try (Detector detector = Detector.open(file(), config)) {
      return detector.detect(List.of(batch));
    }
  }

  private static float[] relevance(Detection detection) {
    return detection.relevance().orElseThrow().toArray();
  }

  @Test
  void eachDetectionSaysWhereTheEvidenceLies() throws Exception {
    RelevantModel.write(file(), TinyModel.card(3));
    List<Detection> detections = detect(EXPLAINS, series(-1, 2, 5), series(0, 0.5, -3));
    assertArrayEquals(new float[] {0, 2, 5}, relevance(detections.get(0)));
    assertArrayEquals(new float[] {0, 0.5f, 0}, relevance(detections.get(1)));
  }

  @Test
  void theVerdictIsTheSameWithIt() throws Exception {
    RelevantModel.write(file(), TinyModel.card(3));
    Detection with = detect(EXPLAINS, series(-1, 2, 5)).get(0);
    Detection without = detect(SCORES, series(-1, 2, 5)).get(0);
    assertEquals(without.probabilities(), with.probabilities());
    assertEquals(without.verdict(), with.verdict());
    assertEquals(Optional.empty(), without.relevance());
  }

  @Test
  void thereIsOneNumberForEachSampleTheModelSees() throws Exception {
    RelevantModel.write(
        file(), TinyModel.card(List.of("normal", "anomaly"), new LengthRule(3, true), 0.5));
    List<Detection> detections =
        detect(EXPLAINS, series(1, 2, 3, 4, 5), series(6, 5), series(7, 8, 9));
    assertArrayEquals(new float[] {1, 2, 3}, relevance(detections.get(0)));
    assertArrayEquals(new float[] {6, 5}, relevance(detections.get(1)));
    assertArrayEquals(new float[] {7, 8, 9}, relevance(detections.get(2)));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatNobodyAskedForIsNeitherCheckedNorRun(Kind kind) throws Exception {
    RelevantModel.write(file(), TinyModel.card(2), kind);
    assertEquals(0.5f, detect(SCORES, series(-1, 1)).get(0).probability());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NEGATIVE   | answers to a.npy with a relevance of -1.0",
        "NOT_FINITE | answers to a.npy with a relevance of Infinity",
        "TOO_SHORT  | answers with a relevance of shape [1, 1] to 1 series of 2 samples",
        "DOUBLE     | has an output relevance of type DOUBLE with 2 dimensions",
        "FAILS      | could not be run on series of 2 samples (",
      })
  void whatIsAskedForIsChecked(Kind kind, String fault) throws Exception {
    RelevantModel.write(file(), TinyModel.card(2), kind);
    InvalidModelException refusal =
        assertThrows(InvalidModelException.class, () -> detect(EXPLAINS, series(1, -1)));
    assertTrue(refusal.fault().startsWith(fault), refusal.fault());
  }

  @Test
  void aModelThatCannotSayItIsRefusedWhereItIsAskedTo() throws Exception {
    TinyModel.write(file(), TinyModel.card(2));
    InvalidModelException refusal =
        assertThrows(InvalidModelException.class, () -> Detector.open(file(), EXPLAINS));
    assertEquals(
        file()
            + ": does not say where the evidence lies: it has no output relevance;"
            + " score without --explain, or export the model again: docs/model-contract.md",
        refusal.getMessage());
    assertEquals(Optional.empty(), detect(SCORES, series(1, 2)).get(0).relevance());
  }

  @ParameterizedTest
  @EnumSource(Workload.class)
  void copiesWithAndWithoutItAreKeptApart(Workload workload) throws Exception {
    double[] large = new double[1 << 18]; // a model of a megabyte and more is worth a copy
    ModelCard card =
        TinyModel.card(2)
            .withGolden(List.of(new GoldenSeries("large", large, List.of(0.5f, 0.5f))));
    RelevantModel.write(file(), card);
    Path copies = folder.resolve("cache");
    ModelCache cache =
        ModelCache.of(
            Map.of("TSAD_CACHE", copies.toString()),
            InstantSource.offset(InstantSource.system(), Duration.ofMinutes(1)));
    DetectorConfig scores = new DetectorConfig(Device.CPU, workload, 1, cache);
    for (int start = 0; start < 3; start++) {
      assertEquals(Optional.empty(), detect(scores, series(0, 2)).get(0).relevance());
      Detection explained = detect(scores.withRelevance(), series(0, 2)).get(0);
      assertArrayEquals(new float[] {0, 2}, relevance(explained));
      try (Stream<Path> files = Files.list(copies)) {
        assertEquals(2, files.count());
      }
    }
  }
}
