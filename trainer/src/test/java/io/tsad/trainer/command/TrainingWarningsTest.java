package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Warning;
import io.tsad.runtime.series.NpyReader;
import io.tsad.trainer.dataset.DataFolder;
import io.tsad.trainer.dataset.LevelShifts;
import io.tsad.trainer.dataset.WhiteNoise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What training says of data and of models that are not what they seem. */
class TrainingWarningsTest {
  @TempDir Path dir;
  private Path out = Path.of("");

  @BeforeEach
  void name() {
    out = dir.resolve("models/demo");
  }

  @Test
  void whiteNoiseWithACopyOfTrainInValIsSeenThrough() throws Exception {
    DataFolder noise = WhiteNoise.write(dir.resolve("noise"), 12, 0);
    for (Path file : Listing.files(noise.root().resolve("train"))) {
      noise.put("val/" + noise.root().resolve("train").relativize(file), NpyReader.read(file));
    }
    TrainRun run = train(noise);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("accuracy             1.0000"), run.out());
    assertEquals(List.of("leak", "chance-left-out"), codes());
    assertEquals(2, warnings(run).size(), run.err());
    assertTrue(warnings(run).get(0).contains("24 of 24 series of val are in train too"), run.err());
    assertTrue(warnings(run).get(1).contains("ranks no better than chance"), run.err());
    try (Detector detector = Detector.open(out, Device.CPU)) {
      assertEquals(
          codes(), detector.card().warnings().stream().map(Warning::code).toList(), "in the model");
    }
  }

  @Test
  void strictRefusesDoubtfulDataBeforeItTrains() throws Exception {
    DataFolder shifts = shifts();
    shifts.put("val/anomaly/00.npy", NpyReader.read(shifts.root().resolve("train/anomaly/00.npy")));
    TrainRun run = train(shifts, "--strict");
    assertEquals(3, run.code(), run.err());
    assertEquals(3, run.errLines().size(), run.err());
    assertEquals("Length: 40 samples, as all series have", run.errLines().get(0));
    assertTrue(
        run.errLines().get(1).startsWith("tsad-train: warning: 1 of 10 series of val is in"));
    assertEquals(
        "tsad-train: "
            + shifts.root()
            + ": --strict refuses what the warning says; mend the data, or train without --strict",
        run.errLines().get(2));
    assertEquals(List.of(), Listing.of(dir.resolve("models")));
  }

  @Test
  void strictLeavesNoModelThatIsNoBetterThanChance() throws Exception {
    for (String arch : List.of("multirocket-hydra", "cnn")) {
      DataFolder noise = WhiteNoise.write(dir.resolve("noise-" + arch), 12, 8);
      TrainRun run = train(noise, "--strict", "--arch", arch, "--epochs", 1, "--checkpoint", "0s");
      assertEquals(4, run.code(), run.err());
      assertTrue(
          warnings(run).get(warnings(run).size() - 1).contains("on val the model ranks no better"),
          run.err());
      String last = run.errLines().get(run.errLines().size() - 1);
      assertTrue(last.startsWith("tsad-train: " + out + ": --strict refuses what the "), last);
      assertTrue(last.contains("so no model was made; "), last);
      assertEquals("", run.out());
      assertEquals(List.of(), Listing.of(dir.resolve("models")), "nothing hidden either");
    }
  }

  @Test
  void withoutStrictTheModelIsMadeAndItsCardSaysWhatItIs() throws Exception {
    DataFolder noise = WhiteNoise.write(dir.resolve("noise"), 12, 8);
    TrainRun run = train(noise, "--arch", "cnn", "--epochs", 1);
    assertEquals(0, run.code(), run.err());
    assertEquals(List.of("chance"), codes());
  }

  @Test
  void oneSeriesOfEachClassIsWarnedOf() throws Exception {
    DataFolder few = new DataFolder(LevelShifts.ofLength(40).write(dir.resolve("few"), 2, 2));
    TrainRun run = train(few);
    assertEquals(0, run.code(), run.err());
    assertEquals("few-series", codes().get(0));
    assertTrue(
        warnings(run).get(0).contains("1 in train/anomaly, 1 in train/normal, 1 in val/anomaly,"),
        run.err());
  }

  @Test
  void goodDataPassStrictAndLeaveNoTraceInTheCard() throws Exception {
    TrainRun run = train(shifts(), "--strict");
    assertEquals(0, run.code(), run.err());
    assertEquals(List.of(), warnings(run));
    assertFalse(Files.readString(out.resolve("card.json")).contains("warnings"));
  }

  @Test
  void theLengthIsTheOneThatTheDataHaveAndTheModelTheSameAsIfItWereNamed() throws Exception {
    DataFolder shifts = shifts();
    TrainRun run = train(shifts);
    assertEquals(0, run.code(), run.err());
    assertEquals("Length: 40 samples, as all series have", run.errLines().get(0));
    byte[] model = Files.readAllBytes(out.resolve("model.onnx"));
    run = train(shifts, "--length", 40, "--force");
    assertFalse(run.err().contains("Length:"), run.err());
    assertEquals(-1, Arrays.mismatch(model, Files.readAllBytes(out.resolve("model.onnx"))));
  }

  @Test
  void ofDifferentLengthsTheShortestIsTakenOrWithPaddingTheLongest() throws Exception {
    DataFolder shifts = shifts();
    shifts.put("train/normal/short.npy", Arrays.copyOf(normal(shifts), 30));
    assertEquals(0, train(shifts).code());
    assertEquals(new LengthRule(30, false), card().length());
    assertEquals(0, train(shifts, "--pad", "--force").code());
    assertEquals(new LengthRule(40, true), card().length());
  }

  private DataFolder shifts() throws Exception {
    return new DataFolder(LevelShifts.ofLength(40).write(dir.resolve("shifts"), 20, 10));
  }

  private static double[] normal(DataFolder shifts) throws Exception {
    return NpyReader.read(Listing.files(shifts.root().resolve("train/normal")).get(0));
  }

  private TrainRun train(DataFolder data, Object... more) {
    Object[] fixed = {"--data", data.root(), "--out", out};
    return TrainRun.of(Stream.of(fixed, more).flatMap(Arrays::stream).toArray());
  }

  private static List<String> warnings(TrainRun run) {
    return run.errLines().stream().filter(l -> l.startsWith("tsad-train: warning: ")).toList();
  }

  private List<String> codes() throws Exception {
    return card().warnings().stream().map(Warning::code).toList();
  }

  private ModelCard card() throws Exception {
    return CardJson.read(Files.readString(out.resolve("card.json")), "card.json");
  }
}
