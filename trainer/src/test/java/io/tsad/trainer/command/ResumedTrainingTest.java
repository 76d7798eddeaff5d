package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.LevelShifts;
import io.tsad.dataset.testing.Listing;
import io.tsad.trainer.tensorboard.EventWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, killed at any moment as the kernel kills them, which go on and end as if nothing
 * had happened. {@code -Dkill.rounds} says how often.
 */
class ResumedTrainingTest {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);

  @TempDir Path dir;

  @Test
  void aKilledTrainingThatGoesOnEndsWithTheBytesOfOneThatWasNot(TestReporter reporter)
      throws Exception {
    killAndResume(
        reporter,
        "--arch",
        "cnn",
        "--epochs",
        "12",
        "--patience",
        "5",
        "--batch",
        "5",
        "--augment",
        "jitter");
  }

  @Test
  void soDoesOneOfSeveralPooledNetworks(TestReporter reporter) throws Exception {
    killAndResume(
        reporter, "--arch", "litetime", "--ensemble", "3", "--epochs", "5", "--patience", "3");
  }

  private void killAndResume(TestReporter reporter, String... options) throws Exception {
    Path data = LevelShifts.ofLength(64).write(dir.resolve("data"), 60, 12);
    long start = System.nanoTime();
    Path whole = dir.resolve("whole/model");
    assertEquals(0, start(data, whole, options).waitFor());
    long millis = (System.nanoTime() - start) / 1_000_000;
    int wentOn = 0;
    Random random = new Random(options.length);
    for (int round = 0; round < ROUNDS; round++) {
      Path out = dir.resolve("round" + round + "/model");
      long moment = random.nextLong(millis);
      Process killed = start(data, out, options);
      killed.waitFor(moment, TimeUnit.MILLISECONDS);
      killed.destroyForcibly().waitFor();
      String about = "killed after " + moment + " ms of " + millis;
      if (!Files.exists(out)) {
        Process resumed = start(data, out, more(options, "--resume"));
        assertEquals(0, resumed.waitFor(), about);
        wentOn += Files.readString(log(out)).contains("Going on from") ? 1 : 0;
      }
      assertSame(whole, out, about);
    }
    reporter.publishEntry(wentOn + " of " + ROUNDS + " kills left a checkpoint");
  }

  private static String[] more(String[] options, String... more) {
    return Stream.of(options, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static Path log(Path out) {
    return out.resolveSibling("log");
  }

  /** Everything but recorded times is the same. */
  private static void assertSame(Path whole, Path out, String about) throws Exception {
    assertEquals(Listing.of(whole), Listing.of(out), about);
    for (String file : List.of("model.onnx", "card.json", "evaluation.json", "roc.png")) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(file)),
          Files.readAllBytes(out.resolve(file)),
          file + ", " + about);
    }
    assertEquals(history(whole), history(out), about);
    assertEquals(events(whole), events(out), about);
    assertEquals(List.of("log", "model"), Listing.of(log(out).resolveSibling(".")), about);
  }

  private static List<String> history(Path model) throws Exception {
    return Files.readAllLines(model.resolve("history.jsonl")).stream()
        .map(line -> line.replaceAll("\"seconds\":[0-9.E-]+", ""))
        .toList();
  }

  /** The events without their wall times, which come first in each. */
  private static List<String> events(Path model) throws Exception {
    ByteBuffer file =
        ByteBuffer.wrap(
                Files.readAllBytes(model.resolve("tensorboard").resolve(EventWriter.FILE_NAME)))
            .order(ByteOrder.LITTLE_ENDIAN);
    List<String> events = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] event = new byte[Math.toIntExact(file.getLong())];
      file.getInt();
      file.get(event);
      file.getInt();
      events.add(HexFormat.of().formatHex(event, 1 + Double.BYTES, event.length));
    }
    return events;
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefusedAndOneLeftBehindIsToldOf() throws Exception {
    Path data = LevelShifts.ofLength(64).write(dir.resolve("data"), 60, 12);
    Path out = dir.resolve("here/model");
    Process killed = start(data, out, "--arch", "cnn", "--epochs", "100000");
    Path checkpoint = dir.resolve("here/.model.partial/kept/checkpoint");
    for (int i = 0; i < 600 && !Files.exists(checkpoint); i++) {
      assertFalse(killed.waitFor(100, TimeUnit.MILLISECONDS), "it ended");
    }
    killed.destroyForcibly().waitFor();

    TrainRun other =
        train(data, out, "--arch", "cnn", "--resume", "--epochs", 100000, "--batch", 7);
    assertEquals(2, other.code(), other.err());
    String last = other.errLines().get(other.errLines().size() - 1);
    assertEquals(
        "tsad-train: "
            + checkpoint
            + ": is of another training: --batch was 10, now is 7; pass what that one was given, or"
            + " leave --resume out to start anew",
        last);

    LevelShifts.ofLength(64).write(dir.resolve("data"), 62, 12);
    TrainRun otherData = train(data, out, "--arch", "cnn", "--resume", "--epochs", 100000);
    assertEquals(2, otherData.code());
    assertTrue(otherData.err().contains("of another training: the data was "), otherData.err());

    byte[] bytes = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length - 1));
    TrainRun torn = train(data, out, "--arch", "cnn", "--resume", "--epochs", 100000);
    assertEquals(2, torn.code());
    assertTrue(torn.err().contains(": is damaged, or no checkpoint; leave --resume"), torn.err());

    TrainRun anew = train(data, out, "--arch", "cnn", "--epochs", 1);
    assertEquals(0, anew.code(), anew.err());
    assertTrue(
        anew.err().contains(checkpoint + "; --resume would go on from it. This run starts anew"),
        anew.err());
    assertEquals(List.of("log", "model"), Listing.of(dir.resolve("here")));
  }

  @Test
  void whereNothingWasLeftItStartsFromTheBeginning() throws Exception {
    Path data = LevelShifts.ofLength(64).write(dir.resolve("data"), 20, 8);
    TrainRun run =
        train(data, dir.resolve("new/model"), "--arch", "cnn", "--resume", "--epochs", 1);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("Nothing to go on from: there is no checkpoint"), run.err());
    TrainRun kernels =
        train(data, dir.resolve("kernels/model"), "--resume", "--arch", "multirocket-hydra");
    assertEquals(0, kernels.code(), kernels.err());
    assertTrue(kernels.err().contains("is fitted in one go"), kernels.err());
  }

  private static TrainRun train(Path data, Path out, Object... more) {
    Object[] fixed = {"--data", data, "--out", out, "--length", 64};
    return TrainRun.of(Stream.of(fixed, more).flatMap(Arrays::stream).toArray());
  }

  private static Process start(Path data, Path out, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TsadTrain.class.getName()));
    command.addAll(List.of("--data", data.toString(), "--out", out.toString(), "--length", "64"));
    command.addAll(List.of("--threads", "1", "--checkpoint", "0s"));
    command.addAll(List.of(options));
    Files.createDirectories(out.getParent());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log(out).toFile())
        .start();
  }
}
