package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import io.tsad.dataset.testing.DataFolder;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.dataset.testing.Listing;
import io.tsad.runtime.series.NpyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault is one line with its remedy, its exit code, and no folder. */
class TsadTrainFaultsTest {
  @TempDir Path dir;
  private DataFolder data = new DataFolder(Path.of(""));
  private Path out = Path.of("");

  @BeforeEach
  void write() throws Exception {
    data = new DataFolder(LevelShifts.ofLength(40).write(dir.resolve("data"), 10, 10));
    out = dir.resolve("models/demo");
  }

  @Test
  void anOutputThatExistsIsNotTouched() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine"), "mine");
    TrainRun run = train();
    assertEquals(2, run.code());
    assertEquals(
        List.of(
            "tsad-train: "
                + out
                + ": exists already and is not empty; choose another or pass"
                + " --force"),
        run.errLines());
    assertEquals("mine", Files.readString(out.resolve("mine")));
    assertEquals(List.of("demo"), Listing.of(dir.resolve("models")));
  }

  @Test
  void forceReplacesNothingButAModel() throws Exception {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.txt"), "years of work");
    assertRefused(
        train("--force"),
        out + ": is not a model folder, so --force does not replace it; choose another");
    assertEquals(List.of("thesis.txt"), Listing.of(out));

    TrainRun onData = TrainRun.of("--data", data.root(), "--out", data.root(), "--force");
    assertRefused(onData, data.root() + ": is not a model folder, so --force does not");
    assertEquals(List.of("train", "val"), Listing.of(data.root()));
  }

  @Test
  void aModelThatHoldsTheDataIsNotReplacedEither() throws Exception {
    Files.writeString(dir.resolve("model.onnx"), "a model beside its data");
    assertRefused(
        TrainRun.of("--data", data.root(), "--out", dir, "--force"),
        dir + ": holds the data; choose a folder of its own");
    assertTrue(Files.exists(data.root().resolve("train/anomaly/00.npy")));
  }

  @Test
  void noModelIsWrittenAmongTheSeries() throws Exception {
    Path link = Files.createSymbolicLink(dir.resolve("link"), data.root().resolve("val"));
    for (Path inside : List.of(data.root().resolve("train/anomaly/model"), link.resolve("new/m"))) {
      assertRefused(
          TrainRun.of("--data", data.root(), "--out", inside),
          inside + ": is among the series of the data; choose another");
      assertFalse(Files.exists(inside));
    }
  }

  private static void assertRefused(TrainRun run, String fault) {
    assertEquals(2, run.code(), run.err());
    assertLine(run, run.errLines().size() - 1, fault);
  }

  @Test
  void anOutputBelowAFileCannotBeWritten() throws Exception {
    Files.writeString(dir.resolve("models"), "a file");
    TrainRun run = train();
    assertEquals(6, run.code(), run.err());
    assertOneLine(run, out + ": cannot be written: ", "; check the free space and the permissions");
  }

  @Test
  void aFolderWithoutClassesIsNoDataFolder() throws Exception {
    Files.createDirectories(dir.resolve("nothing"));
    TrainRun run = TrainRun.of("--data", dir.resolve("nothing"), "--out", out);
    assertFault(3, run, dir.resolve("nothing") + ": has no folder 'train'; name the folder that");
  }

  @Test
  void aDataFolderThatIsNotThereIsNamed() throws Exception {
    TrainRun run = TrainRun.of("--data", dir.resolve("nowhere"), "--out", out);
    assertFault(3, run, dir.resolve("nowhere") + ": no such folder; name the folder that holds");
  }

  @Test
  void oneClassIsTooFew() throws Exception {
    delete("train/normal");
    assertFault(
        3,
        train(),
        data.root().resolve("train")
            + ": has 1 class folder (anomaly); give it exactly two, such as anomaly and normal");
  }

  @Test
  void threeClassesAreTooMany() throws Exception {
    data.put("train/odd/1.npy", new double[40]);
    assertFault(3, train(), ": has 3 class folders (anomaly, normal, odd); give it exactly two");
  }

  @Test
  void anEmptyClassIsNamed() throws Exception {
    delete("val/anomaly");
    Files.createDirectories(data.root().resolve("val/anomaly"));
    assertFault(
        3,
        train(),
        data.root().resolve("val/anomaly") + ": has no .npy files; each class needs series");
  }

  @Test
  void aClassOfFilesOfAnotherFormatSaysSo() throws Exception {
    delete("val/anomaly");
    data.text("val/anomaly/a.csv", "1,2,3");
    assertFault(
        3,
        train(),
        data.root().resolve("val/anomaly")
            + ": has no .npy files but others, such as a.csv; put series there as .npy files");
  }

  @Test
  void validationSeriesAreNeeded() throws Exception {
    delete("val/anomaly");
    delete("val/normal");
    Files.delete(data.root().resolve("val"));
    assertFault(3, train(), data.root() + ": has no folder 'val'; name the folder that holds");
  }

  @Test
  void classesOfOtherNamesNeedAPositiveOne() throws Exception {
    Path other = new LevelShifts(List.of("1", "0"), 40).write(dir.resolve("other"), 8, 4);
    TrainRun run = TrainRun.of("--data", other, "--out", out, "--length", 40);
    assertFault(3, run, "say which one is the anomaly with --positive 0 or --positive 1");
  }

  @Test
  void classesWithSpacesAreSuggestedAsAShellTakesThem() throws Exception {
    List<String> names = List.of("Störung 1", "it's fine");
    Path other = new LevelShifts(names, 40).write(dir.resolve("other"), 8, 4);
    assertTrue(
        TrainRun.of("--data", other, "--out", out)
            .err()
            .contains("with --positive 'Störung 1' or --positive 'it'\\''s fine'"));
  }

  @Test
  void aModelTooLargeForAFileIsRefusedBeforeItIsFitted() throws Exception {
    assertFault(
        3,
        train("--pad", "--length", 600_000),
        data.root()
            + ": cnn of 600,000 samples would have 9,375 MB; an ONNX file holds at most 1,984 MB;"
            + " pass a smaller --length, or take another --arch");
  }

  @Test
  void dataBeyondJavasMemoryAreNoInternalError() throws Exception {
    TrainRun run =
        TrainRun.of(
            "--data", data.root(), "--out", out, "--pad", "--length", NpyReader.MAX_SAMPLES);
    assertEquals(3, run.code(), run.err());
    assertLine(run, run.errLines().size() - 1, ": needs more memory than the ");
    assertNoFolder();
  }

  @Test
  void everyFileThatCannotBeReadIsNamed() throws Exception {
    double[] broken = new double[40];
    broken[7] = Double.NaN;
    Path nan = data.put("train/anomaly/00.npy", broken);
    Path text = data.text("val/normal/text.npy", "text");
    Path shorter = data.put("val/anomaly/00.npy", 1, 2, 3);
    TrainRun run = train();
    assertEquals(3, run.code());
    assertEquals(4, run.errLines().size(), run.err());
    assertLine(run, 0, nan + ": has NaN at index 7; ");
    assertLine(
        run, 1, shorter + ": has 3 samples, fewer than 40; pass --length 3 or less, or --pad");
    assertLine(run, 2, text + ": ");
    assertLine(
        run,
        3,
        data.root()
            + ": 3 of 21 series cannot be used; pass --length 3 or less, or --pad, and mend or"
            + " remove them; tsad-data inspect names all");
    assertNoFolder();
  }

  @Test
  void aFaultOfAllFilesIsOneLineWithTheirNumber() throws Exception {
    TrainRun run = TrainRun.of("--data", data.root(), "--out", out, "--length", 41);
    assertEquals(3, run.code());
    assertEquals(
        List.of(
            "tsad-train: "
                + data.root().resolve("train/anomaly/00.npy")
                + ": has 40 samples, fewer than 41; pass --length 40 or less, or --pad (and 19 more"
                + " files like it)",
            "tsad-train: "
                + data.root()
                + ": 20 of 20 series cannot be used; pass --length 40 or less, or --pad"),
        run.errLines());
    assertNoFolder();
  }

  @Test
  void seriesTooShortForTheReferencesLengthAreOneLineWhateverTheirLengths() throws Exception {
    for (int samples = 200; samples < 210; samples++) {
      data.put("train/normal/" + samples + ".npy", new double[samples]);
    }
    TrainRun run = TrainRun.of("--data", data.root(), "--out", out, "--recipe", "reference");
    assertEquals(3, run.code());
    assertEquals(2, run.errLines().size(), run.err());
    assertLine(run, 0, "fewer than 3,653; pass --length 40 or less, or --pad (and 29 more files");
    assertNoFolder();
  }

  @Test
  void oneLineForEachKindOfFaultThatManyFilesHave() throws Exception {
    for (int i = 0; i < 4; i++) {
      double[] broken = new double[40];
      broken[i] = i < 2 ? Double.NaN : Double.POSITIVE_INFINITY;
      data.put("val/normal/broken" + i + ".npy", broken);
      data.text("val/normal/text" + i + ".npy", "text");
    }
    TrainRun run = TrainRun.of("--data", data.root(), "--out", out);
    assertEquals(3, run.code());
    assertEquals(7, run.errLines().size(), run.err());
    for (int i = 0; i < 4; i++) {
      assertTrue(run.err().contains("broken" + i + ".npy: has "), run.err());
    }
    assertTrue(run.err().contains("numpy.save (and 3 more files like it)"), run.err());
    assertLine(run, 6, ": 8 of 28 series cannot be used; mend or remove them; tsad-data inspect");
    assertNoFolder();
  }

  @Test
  void aStraySeriesDoesNotMakeAllOthersShort() throws Exception {
    data.put("val/normal/stray.npy", 1, 2, 3);
    TrainRun run = TrainRun.of("--data", data.root(), "--out", out);
    assertFault(
        3,
        run,
        data.root()
            + ": has series of 3 samples, such as val/normal/stray.npy, most of 40 or more; pass"
            + " --length N");
  }

  @Test
  void seriesTooShortForAnArchitectureNameIt() throws Exception {
    DataFolder tiny = new DataFolder(LevelShifts.ofLength(20).write(dir.resolve("tiny"), 10, 10));
    TrainRun run = TrainRun.of("--data", tiny.root(), "--out", out, "--arch", "cnn");
    assertFault(
        3,
        run,
        tiny.root()
            + ": has series of 20 samples, cnn takes 31 or more; give longer ones, take another"
            + " --arch, or pad them with --pad --length 31");
  }

  @Test
  void optionsThatCannotBeAreUsageFaults() throws Exception {
    assertUsage("--length must be at least 31", "--length", "5", "--arch", "cnn");
    assertUsage("--length must be at least 31", "--length", "30", "--arch", "cnn");
    assertUsage("--length must be at least 2", "--length", "1");
    assertUsage("--length must be at least 1", "--length", "0");
    assertUsage("--length must be at most 134217728", "--length", "2000000000");
    assertUsage("Invalid value for option '--noise': 'x' is not LOW:HIGH", "--noise", "x");
    assertUsage("'1:0' is not LOW:HIGH with LOW <= HIGH", "--noise", "1:0");
    assertUsage("'0:NaN' is not LOW:HIGH with LOW <= HIGH", "--noise", "0:NaN");
    assertUsage("expected one of [TSAD, REFERENCE] (case-insensitive)", "--recipe", "foo");
    assertUsage(
        "'rnn' is not one of auto, cnn, fcn, resnet, inceptiontime, litetime, multirocket-hydra",
        "--arch",
        "rnn");
    assertUsage("'best' is not argmax, accuracy, youden, f1", "--threshold", "best");
    assertUsage("--held-back must be above 0", "--threshold", "youden", "--held-back", "0");
    assertUsage("--held-back must be above 0", "--held-back", "0", "--arch", "cnn");
    assertUsage("--held-back must be from 0 to 0.5", "--held-back", "0.6");
    assertUsage("--ensemble must be at least 1", "--ensemble", "0");
    assertUsage("--epochs must be at least 1", "--epochs", "0");
    assertUsage("--batch must be at least 1", "--batch", "0");
    assertUsage("--threads must be at least 1", "--threads", "0");
    assertUsage("--threads must be at most 1024", "--threads", "1000000");
    assertUsage("Invalid value for option '--lr': 'NaN' is no number", "--lr", "NaN");
    assertUsage("Invalid value for option '--lr': '0x1p-3' is no number", "--lr", "0x1p-3");
    assertUsage("Invalid value for option '--length': 'x' is no whole number", "--length", "x");
    assertUsage(
        "Invalid value for option '--seed': '99999999999999999999' is too large a number",
        "--seed",
        "99999999999999999999");
    assertUsage("--patience must not be negative", "--patience", "-1");
    assertUsage("--held-back must be above 0", "--patience", "3", "--held-back", "0");
    assertUsage("'10' is not a time such as 90s, 10m or 2h", "--budget", "10");
    assertUsage("--budget must be at least 1s", "--budget", "0s");
    assertUsage("'-1s' is not a time such as", "--checkpoint", "-1s");
    assertUsage("'step' is not constant, plateau, plateau=EPOCHS", "--schedule", "step");
    assertUsage("'plateau=0' is not constant", "--schedule", "plateau=0");
    assertUsage(
        "'flip' is not one of jitter, scaling, time-warp, window-slice, mixup",
        "--augment",
        "jitter,flip");
    assertUsage("expected one of [SAMPLER, WEIGHTS, NONE]", "--balance", "smote");
    assertUsage("Unknown option: '--foo'", "--foo");
    TrainRun run = TrainRun.of("--out", out);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("Missing required option: '--data=DIR'"), run.err());
  }

  @Test
  void anOptionAtFaultIsToldOfBeforeTheDataAreLookedAt() {
    TrainRun run = TrainRun.of("--data", "nowhere", "--out", out, "--arch", "cnn", "--epochs", "0");
    assertEquals(2, run.code());
    assertLine(run, 0, "--epochs must be at least 1");
  }

  @Test
  void aClassOfOneSeriesHasNoneToHoldBack() throws Exception {
    delete("train/anomaly");
    data.put("train/anomaly/only.npy", IntStream.range(0, 40).asDoubleStream().toArray());
    TrainRun refused = train();
    assertEquals(3, refused.code(), refused.err());
    assertLine(
        refused,
        refused.errLines().size() - 1,
        data.root().resolve("train/anomaly")
            + ": has one series, none can be held back to choose a threshold on; add series, or"
            + " pass --threshold argmax");
    assertNoFolder();
    TrainRun run = train("--threshold", "argmax", "--epochs", 1);
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void cudaIsNotPretended() throws Exception {
    Assumptions.assumeTrue(
        Engine.getEngine("PyTorch").getGpuCount() == 0, "PyTorch has a GPU here");
    assertFault(
        5,
        train("--device", "cuda"),
        "--device cuda: libcuda.so.1 is missing, and this PyTorch is for the CPU; install");
  }

  @Test
  void trainingThatDivergesIsNotAnInternalError() throws Exception {
    TrainRun run = train("--noise", "-1e300:1e300");
    assertEquals(2, run.code(), run.err());
    assertLine(run, run.errLines().size() - 1, "--lr 0.001: training diverged in epoch 1");
    assertNoFolder();
  }

  @Test
  void helpFitsATerminalOf80By24() {
    TrainRun run = TrainRun.of("--help");
    assertEquals(0, run.code());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.size() <= 24, () -> lines.size() + " lines");
    lines.forEach(line -> assertTrue(line.length() <= 80, line));
    assertTrue(lines.get(0).startsWith("Usage: tsad-train --data=DIR --out=models/NAME"));
    for (String option :
        List.of("--force", "--pad", "--strict", "--noise", "--held-back", "--resume", "--budget")) {
      assertTrue(run.out().contains(" " + option), option);
    }
  }

  private TrainRun train(Object... more) {
    Object[] fixed = {"--data", data.root(), "--out", out, "--length", 40, "--arch", "cnn"};
    List<Object> all = new ArrayList<>(List.of(fixed));
    if (List.of(more).contains("--length")) {
      all.removeAll(List.of("--length", 40));
    }
    all.addAll(List.of(more));
    return TrainRun.of(all.toArray());
  }

  private void assertUsage(String fault, String... options) throws IOException {
    Object[] fixed = {"--data", data.root(), "--out", out};
    TrainRun run = TrainRun.of(Stream.of(fixed, options).flatMap(Arrays::stream).toArray());
    assertEquals(2, run.code(), run.err());
    assertLine(run, 0, fault);
    assertEquals("Try 'tsad-train --help'.", run.errLines().get(run.errLines().size() - 1));
    assertFalse(run.err().contains("\tat "), run.err());
    assertNoFolder();
  }

  private void assertFault(int code, TrainRun run, String... parts) throws IOException {
    assertEquals(code, run.code(), run.err());
    assertOneLine(run, parts);
    assertNoFolder();
  }

  private static void assertOneLine(TrainRun run, String... parts) {
    assertEquals(1, run.errLines().size(), run.err());
    for (String part : parts) {
      assertLine(run, 0, part);
    }
    assertEquals("", run.out());
  }

  private static void assertLine(TrainRun run, int index, String part) {
    String line = run.errLines().get(index);
    assertTrue(line.startsWith("tsad-train: "), line);
    assertTrue(line.contains(part), line);
  }

  private void assertNoFolder() throws IOException {
    if (Files.exists(dir.resolve("models"))) {
      assertEquals(List.of(), Listing.of(dir.resolve("models")));
    }
  }

  private void delete(String folder) throws IOException {
    for (String name : Listing.of(data.root().resolve(folder))) {
      Files.delete(data.root().resolve(folder).resolve(name));
    }
    Files.delete(data.root().resolve(folder));
  }
}
