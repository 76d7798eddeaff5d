package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.Output;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.series.NpyWriter;
import io.tsad.runtime.series.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The kernel classifier from folder to folder, on series with a burst somewhere or without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelTrainingTest {
  private static final int LENGTH = 256;
  private static final int BURST = 40;

  @TempDir private static Path dir;
  private Path model = Path.of("");
  private TrainRun run = new TrainRun(-1, "", "");

  @BeforeAll
  void train() throws Exception {
    Random random = new Random(3);
    for (String split : List.of("train", "val")) {
      for (int i = 0; i < 60; i++) {
        boolean anomalous = i < 30;
        Path file =
            dir.resolve(
                "data/%s/%s/%02d.npy".formatted(split, anomalous ? "anomaly" : "normal", i));
        Files.createDirectories(file.getParent());
        NpyWriter.write(file, series(random, anomalous ? random.nextInt(LENGTH - BURST) : -1));
      }
    }
    model = dir.resolve("models/kernels");
    run = fit(model);
  }

  private static double[] series(Random random, int start) {
    double[] values = new double[LENGTH];
    for (int t = 0; t < LENGTH; t++) {
      boolean inside = start >= 0 && t >= start && t < start + BURST;
      values[t] = 500 + 20 * Math.sin(t / 9.0) + (inside ? 9 : 2) * random.nextGaussian();
    }
    return values;
  }

  private TrainRun fit(Path out, Object... more) {
    Object[] fixed = {
      "--data", dir.resolve("data"), "--out", out, "--length", LENGTH, "--arch", "multirocket-hydra"
    };
    return TrainRun.of(Stream.of(fixed, more).flatMap(Arrays::stream).toArray());
  }

  @Test
  void itTellsTheSeriesApartAndTheCardSaysHow() throws Exception {
    assertEquals(0, run.code(), run.err());
    Map<String, Object> evaluation = json(model.resolve("evaluation.json"));
    double accuracy = (Double) at(evaluation, "accuracy", "value");
    assertTrue(accuracy >= 0.9, run.out());
    Map<String, Object> card = json(model.resolve("card.json"));
    assertEquals("multirocket-hydra", at(card, "architecture", "name"));
    assertEquals("cpu", card.get("fastestOn"));
    assertTrue(List.of("platt", "temperature").contains(at(card, "calibration", "method")));
    assertEquals("argmax", at(card, "threshold", "method"));
  }

  @Test
  void theCardSaysWhatWasKeptOfWhatWasDrawn() throws Exception {
    Map<String, Object> card = json(model.resolve("card.json"));
    Map<?, ?> pruning = (Map<?, ?>) at(card, "training", "pruning");
    Map<?, ?> drawn = (Map<?, ?>) Objects.requireNonNull(pruning.get("drawn"));
    Map<?, ?> kept = (Map<?, ?>) Objects.requireNonNull(pruning.get("kept"));
    assertTrue(drawn.keySet().containsAll(List.of("features", "channels", "hydraGroups")));
    assertEquals(drawn.keySet(), kept.keySet());
    assertEquals(
        number(pruning, "share"), number(kept, "channels") / number(drawn, "channels"), 1e-3);
    Map<?, ?> parameters = (Map<?, ?>) at(card, "architecture", "parameters");
    assertEquals(kept.get("features"), parameters.get("features"));

    Path whole = dir.resolve("pruning/none");
    assertEquals(0, fit(whole, "--prune", "none").code());
    Map<String, Object> other = json(whole.resolve("card.json"));
    assertFalse(((Map<?, ?>) Objects.requireNonNull(other.get("training"))).containsKey("pruning"));
    parameters = (Map<?, ?>) at(other, "architecture", "parameters");
    assertEquals(drawn.get("features"), parameters.get("features"));
  }

  private static double number(Map<?, ?> fields, String field) {
    return ((Number) Objects.requireNonNull(fields.get(field), field)).doubleValue();
  }

  @Test
  void itsRelevancePointsAtTheBurst() throws Exception {
    int detected = 0;
    int inside = 0;
    Random random = new Random(8);
    try (Detector detector =
        Detector.open(model, SessionConfig.on(Device.CPU).with(Output.RELEVANCE))) {
      for (int i = 0; i < 40; i++) {
        int start = random.nextInt(LENGTH - BURST);
        Series series = new Series("burst", series(random, start));
        Detection detection = detector.detect(List.of(series)).get(0);
        float[] relevance = detection.relevance().orElseThrow().toArray();
        int peak = 0;
        for (int t = 0; t < LENGTH; t++) {
          assertTrue(relevance[t] >= 0);
          peak = relevance[t] > relevance[peak] ? t : peak;
        }
        detected++;
        inside += peak >= start - 3 && peak < start + BURST + 3 ? 1 : 0;
      }
    }
    assertTrue(inside >= 0.9 * detected, inside + " of " + detected);
  }

  @Test
  void oneSeedGivesTheSameModelToTheByteAndAnotherDoesNot() throws Exception {
    Path again = dir.resolve("seeds/again");
    Path other = dir.resolve("seeds/other");
    assertEquals(0, fit(again).code());
    assertEquals(0, fit(other, "--seed", 1).code());
    byte[] bytes = Files.readAllBytes(model.resolve("model.onnx"));
    assertArrayEquals(bytes, Files.readAllBytes(again.resolve("model.onnx")));
    assertFalse(Arrays.equals(bytes, Files.readAllBytes(other.resolve("model.onnx"))));
  }

  @Test
  void aThresholdByNameOrNumberStandsInTheCard() throws Exception {
    for (String threshold : List.of("fpr=0.05", "0.25")) {
      Path out = dir.resolve("thresholds/" + threshold.charAt(0));
      assertEquals(0, fit(out, "--threshold", threshold, "--calibrate", "none").code());
      Map<String, Object> card = json(out.resolve("card.json"));
      assertEquals(threshold, at(card, "threshold", "method"));
      assertFalse(card.containsKey("calibration"));
    }
  }

  private static Object at(Map<String, Object> fields, String section, String field) {
    Map<?, ?> inner = (Map<?, ?>) Objects.requireNonNull(fields.get(section), section);
    return Objects.requireNonNull(inner.get(field), field);
  }

  private static Map<String, Object> json(Path file) throws Exception {
    return JSON.std.mapFrom(Files.readString(file));
  }
}
