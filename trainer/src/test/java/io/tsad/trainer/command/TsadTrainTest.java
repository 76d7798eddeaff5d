package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.dataset.testing.Listing;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.Output;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.series.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that end well; two of them are shared by the tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TsadTrainTest {
  private static final String STEP =
      "Epoch \\[\\d+/2], Step \\[\\d+/40], Loss: \\d+\\.\\d{4}, Accuracy: \\d+\\.\\d{2}%";

  @TempDir static Path dir;
  private Path data = Path.of("");
  private Path tsad = Path.of("");
  private Path reference = Path.of("");
  private TrainRun tsadRun = new TrainRun(-1, "", "");
  private TrainRun referenceRun = new TrainRun(-1, "", "");

  @BeforeAll
  void train() throws Exception {
    data = LevelShifts.ofLength(64).write(dir.resolve("data"), 40, 20);
    tsad = dir.resolve("models/tsad");
    reference = dir.resolve("models/reference");
    tsadRun = train(tsad, "--epochs", 4);
    referenceRun = train(reference, "--recipe", "reference", "--batch", 1, "--epochs", 2);
  }

  private TrainRun train(Path out, Object... more) {
    return trainAny(out, Stream.concat(Stream.of("--arch", "cnn"), Stream.of(more)).toArray());
  }

  private TrainRun trainAny(Path out, Object... more) {
    Object[] fixed = {"--data", data, "--out", out, "--length", 64};
    return TrainRun.of(Stream.of(fixed, more).flatMap(Arrays::stream).toArray());
  }

  @Test
  void eitherRecipeLearnsToTellEasySeriesApart() throws Exception {
    assertEquals(0, tsadRun.code(), tsadRun.err());
    assertEquals(0, referenceRun.code(), referenceRun.err());
    assertTrue(accuracy(tsad) >= 0.9, () -> "accuracy " + tsadRun.out());
    // The reference's one-sided noise moves the classes, so only the order of scores is its merit.
    assertTrue(validation(reference, "auc") >= 0.9, () -> "AUC " + referenceRun.out());
  }

  @Test
  void theResultsStandOnStandardOutputWithTheFolderLast() {
    assertTrue(tsadRun.out().startsWith("20 series, 95 % bootstrap intervals"), tsadRun.out());
    assertTrue(tsadRun.out().endsWith("Model: " + tsad + System.lineSeparator()));
  }

  @Test
  void theLinesAreTheReferences() {
    List<String> steps = referenceRun.errLines().stream().filter(l -> l.contains("Step")).toList();
    assertEquals(2, steps.size(), referenceRun.err());
    steps.forEach(line -> assertTrue(line.matches(STEP), line));
    assertTrue(steps.get(0).startsWith("Epoch [1/2], Step [30/40], "), steps.get(0));
    assertTrue(steps.get(1).startsWith("Epoch [2/2], Step [30/40], "), steps.get(1));
    assertTrue(referenceRun.errLines().contains("-----The model is trained!-----"));
    List<String> epochs = referenceRun.errLines().stream().filter(l -> l.contains("took")).toList();
    assertEquals(2, epochs.size());
    assertTrue(
        epochs
            .get(1)
            .matches(
                "Epoch \\[2/2] took \\d+\\.\\d s \\(\\d+\\.\\d series/s\\), validation accuracy at"
                    + " argmax: \\d+\\.\\d\\d%"),
        epochs.get(1));
  }

  @Test
  void withoutATerminalThereIsNoBar() {
    assertFalse(tsadRun.err().contains("\r"));
    assertFalse(tsadRun.err().contains("\033"));
  }

  @Test
  void theModelFolderIsWhole() throws Exception {
    for (Path model : List.of(tsad, reference)) {
      assertEquals(
          List.of(
              "card.json",
              "evaluation.json",
              "history.jsonl",
              "model.onnx",
              "roc.png",
              "tensorboard"),
          Listing.of(model));
      assertEquals(List.of("events.out.tfevents.0.tsad"), Listing.of(model.resolve("tensorboard")));
      byte[] png = Files.readAllBytes(model.resolve("roc.png"));
      assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
      Map<String, Object> evaluation = json(model.resolve("evaluation.json"));
      assertEquals(20, evaluation.get("series"));
    }
    assertEquals(List.of("reference", "tsad"), Listing.of(dir.resolve("models")));
  }

  @Test
  void theHistoryHasALineForEachEpoch() throws Exception {
    List<String> lines = Files.readAllLines(tsad.resolve("history.jsonl"));
    assertEquals(4, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Map<String, Object> epoch = JSON.std.mapFrom(lines.get(i));
      assertEquals(i + 1, epoch.get("epoch"));
      assertEquals(
          List.of(
              "epoch",
              "series",
              "trainLoss",
              "trainAccuracy",
              "validationAccuracyAtArgmax",
              "seconds"),
          List.copyOf(epoch.keySet()));
    }
    double first = loss(lines.get(0));
    double last = loss(lines.get(3));
    assertTrue(last < first, () -> "loss from " + first + " to " + last);
  }

  @Test
  void theCardBesideTheModelIsTheOneInIt() throws Exception {
    String beside = Files.readString(tsad.resolve("card.json"));
    try (Detector detector = Detector.open(tsad, Device.CPU)) {
      assertEquals(beside, CardJson.write(detector.card()) + "\n");
    }
  }

  @Test
  void goldenSeriesGiveTheirProbabilitiesAgain() throws Exception {
    for (Path model : List.of(tsad, reference)) {
      try (Detector detector = Detector.open(model, Device.CPU)) {
        List<GoldenSeries> golden = detector.card().golden();
        assertTrue(golden.size() >= 4 && golden.size() <= 8, () -> golden.size() + " of them");
        for (GoldenSeries one : golden) {
          Series series = new Series(one.name(), one.values());
          Detection detection = detector.detect(List.of(series)).get(0);
          for (int label = 0; label < 2; label++) {
            assertEquals(
                one.probabilities().get(label), detection.probabilities().get(label), 1e-6);
          }
        }
      }
    }
  }

  @Test
  void theCardSaysHowItWasTrained() throws Exception {
    ModelCard card = card(tsad);
    assertEquals(List.of("anomaly", "normal"), card.classes());
    assertEquals("anomaly", card.positive());
    assertEquals(new LengthRule(64, false), card.length());
    assertEquals("accuracy", card.threshold().method());
    Map<String, Object> training = section(card, "training");
    assertEquals("tsad", training.get("recipe"));
    assertEquals(
        Map.of("warmup", 100, "noise", "-0.025:0.025", "heldBack", 0.1, "threshold", "accuracy"),
        training.get("deviations"));
    assertEquals(4, training.get("epochs"));
    assertEquals(10, training.get("batch"));
    assertEquals(0.001, training.get("learningRate"));
    assertEquals(4, training.get("heldBack"));
    assertEquals(0, training.get("seed"));
    Map<String, Object> counts = section(card, "data");
    assertEquals(Map.of("anomaly", 20, "normal", 20), counts.get("train"));
    assertEquals(Map.of("anomaly", 10, "normal", 10), counts.get("val"));
  }

  @Test
  void theReferenceRecipeDeviatesInNothingButWhatIsAskedFor() throws Exception {
    ModelCard card = card(reference);
    assertEquals("argmax", card.threshold().method());
    assertEquals(0.5, card.threshold().value());
    Map<String, Object> training = section(card, "training");
    assertEquals("reference", training.get("recipe"));
    assertEquals(Map.of(), training.get("deviations"));
    assertEquals(List.of(0.0, 1.0 / 3), training.get("noise"));
    assertEquals(0, training.get("heldBack"));

    Path out = dir.resolve("deviating/model");
    TrainRun run =
        train(
            out, "--recipe", "reference", "--noise", "0:0", "--threshold", "youden", "--epochs", 1);
    assertEquals(0, run.code(), run.err());
    assertEquals(
        Map.of("noise", "0.0:0.0", "heldBack", 0.1, "threshold", "youden"),
        section(card(out), "training").get("deviations"));
  }

  @Test
  void oneSeedGivesTheSameModelToTheByteAndAnotherDoesNot() throws Exception {
    Path again = dir.resolve("seeds/again");
    Path other = dir.resolve("seeds/other");
    assertEquals(0, train(again, "--epochs", 4).code());
    assertEquals(0, train(other, "--epochs", 4, "--seed", 1).code());
    byte[] model = Files.readAllBytes(tsad.resolve("model.onnx"));
    assertArrayEquals(model, Files.readAllBytes(again.resolve("model.onnx")));
    assertArrayEquals(
        Files.readAllBytes(tsad.resolve("evaluation.json")),
        Files.readAllBytes(again.resolve("evaluation.json")));
    assertFalse(Arrays.equals(model, Files.readAllBytes(other.resolve("model.onnx"))));
  }

  @Test
  void anotherClassThanAnomalyMayBeThePositiveOne() throws Exception {
    Path zeroOne = new LevelShifts(List.of("1", "0"), 64).write(dir.resolve("zero-one"), 40, 20);
    Path out = dir.resolve("positive/model");
    TrainRun run =
        TrainRun.of(
            "--data",
            zeroOne,
            "--out",
            out,
            "--length",
            64,
            "--arch",
            "cnn",
            "--epochs",
            4,
            "--positive",
            1);
    assertEquals(0, run.code(), run.err());
    assertEquals(List.of("0", "1"), card(out).classes());
    assertEquals("1", card(out).positive());
    assertTrue(accuracy(out) >= 0.9, run::out);
    assertTrue(run.out().contains("called 1 from a probability of"), run.out());
  }

  @Test
  void shortSeriesArePaddedWhereAskedFor() throws Exception {
    Path out = dir.resolve("padded/model");
    TrainRun run =
        TrainRun.of(
            "--data", data, "--out", out, "--length", 80, "--arch", "cnn", "--pad", "--epochs", 4);
    assertEquals(0, run.code(), run.err());
    assertEquals(new LengthRule(80, true), card(out).length());
    assertTrue(accuracy(out) >= 0.9, run::out);
  }

  @Test
  void forceReplacesAModelAndOnlyWithAWholeOne() throws Exception {
    Path out = dir.resolve("replaced/model");
    Files.createDirectories(out);
    Files.writeString(out.resolve("card.json"), "old");
    Files.writeString(out.resolve("old"), "old");
    TrainRun refused = train(out, "--epochs", 1);
    assertEquals(2, refused.code());
    assertEquals(
        List.of(
            "tsad-train: "
                + out
                + ": exists already and is not empty; choose another or pass --force"),
        refused.errLines());
    TrainRun broken = TrainRun.of("--data", dir.resolve("nothing"), "--out", out, "--force");
    assertEquals(3, broken.code());
    assertEquals(List.of("card.json", "old"), Listing.of(out));
    assertEquals(0, train(out, "--epochs", 1, "--force").code());
    assertFalse(Listing.of(out).contains("old"));
    assertTrue(Listing.of(out).contains("model.onnx"));
    assertEquals(List.of("model"), Listing.of(dir.resolve("replaced")));
  }

  private static Map<?, ?> section(Map<?, ?> fields, String name) {
    return (Map<?, ?>) Objects.requireNonNull(fields.get(name), name);
  }

  @Test
  void networksThatVoteAreOneModelThatSaysWhereTheEvidenceLies() throws Exception {
    Path out = dir.resolve("models/voters");
    TrainRun run = trainAny(out, "--arch", "litetime", "--ensemble", 2, "--epochs", 8);
    assertEquals(0, run.code(), run.err());
    ModelCard card = CardJson.read(Files.readString(out.resolve("card.json")), "card.json");
    Map<?, ?> architecture = section(card.provenance(), "architecture");
    assertEquals("litetime", architecture.get("name"));
    assertEquals(2, section(architecture, "parameters").get("ensemble"));
    assertEquals(16, Files.readAllLines(out.resolve("history.jsonl")).size());
    assertTrue(accuracy(out) >= 0.8, () -> "accuracy " + run.out());
    SessionConfig config = SessionConfig.on(Device.CPU).with(Output.RELEVANCE);
    try (Detector detector = Detector.open(out, config)) {
      GoldenSeries golden = card.golden().get(0);
      Series series = new Series(golden.name(), golden.values());
      assertEquals(64, detector.detect(List.of(series)).get(0).relevance().orElseThrow().length());
    }
  }

  @Test
  void withoutAnArchitectureTheRecommendedOneIsTakenAndTheReferenceRecipeTakesItsOwn()
      throws Exception {
    Path out = dir.resolve("models/auto");
    TrainRun run = trainAny(out, "--epochs", 2, "--noise", "0:0");
    assertEquals(0, run.code(), run.err());
    assertEquals("multirocket-hydra", section(card(out), "architecture").get("name"));
    assertEquals(
        "multirocket-hydra is not fitted in steps: no use for --epochs, --noise",
        run.errLines().get(0));
    assertEquals("argmax", card(out).threshold().method());
    assertTrue(accuracy(out) >= 0.9, run::out);

    Path plain = dir.resolve("models/auto-reference");
    assertEquals(0, trainAny(plain, "--recipe", "reference", "--epochs", 1).code());
    assertEquals("cnn", section(card(plain), "architecture").get("name"));
  }

  @Test
  void anEmptyFolderIsFilled() throws Exception {
    Path out = Files.createDirectories(dir.resolve("empty/model"));
    assertEquals(0, train(out, "--epochs", 1).code());
    assertTrue(Listing.of(out).contains("model.onnx"));
  }

  private static double loss(String epoch) throws Exception {
    return ((Number) JSON.std.mapFrom(epoch).getOrDefault("trainLoss", Double.NaN)).doubleValue();
  }

  private static double accuracy(Path model) throws Exception {
    return validation(model, "accuracy");
  }

  private static double validation(Path model, String figure) throws Exception {
    Map<?, ?> fields =
        (Map<?, ?>) section(card(model), "validation").getOrDefault(figure, Map.of());
    return ((Number) new ArrayList<>(fields.values()).get(0)).doubleValue();
  }

  private static ModelCard card(Path model) throws Exception {
    return CardJson.read(Files.readString(model.resolve("card.json")), "card.json");
  }

  private static Map<String, Object> section(ModelCard card, String name) throws Exception {
    return JSON.std.mapFrom(JSON.std.asString(card.provenance().get(name)));
  }

  private static Map<String, Object> json(Path file) throws Exception {
    return JSON.std.mapFrom(Files.readString(file));
  }
}
