package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.LevelShifts;
import io.tsad.dataset.testing.Listing;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed as the kernel kills it when memory runs out. */
class KilledTrainingTest {
  @TempDir Path dir;

  @Test
  void aKilledTrainingLeavesNoModelAndTheNextOneLeavesNothingElse() throws Exception {
    Path data = LevelShifts.ofLength(40).write(dir.resolve("data"), 20, 8);
    Path out = dir.resolve("models/demo");
    for (String moment : List.of("Training on", "Epoch [1/", "-----The model is trained")) {
      killWhenItSays(moment, data, out);
      assertFalse(Files.exists(out), () -> "killed at " + moment);
    }
    TrainRun run =
        TrainRun.of("--data", data, "--out", out, "--length", 40, "--arch", "cnn", "--epochs", 1);
    assertEquals(0, run.code(), run.err());
    assertEquals(List.of("demo"), Listing.of(dir.resolve("models")));
    assertTrue(Listing.of(out).contains("model.onnx"));
  }

  @Test
  void anInterruptedTrainingCleansUpAndSaysSo() throws Exception {
    Path data = LevelShifts.ofLength(40).write(dir.resolve("data"), 40, 20);
    Path out = dir.resolve("models/demo");
    Process process = start(data, out, "fcn", 100_000);
    try (BufferedReader lines = process.inputReader()) {
      waitFor("Epoch [2/", lines);
      process.toHandle().destroy(); // SIGTERM, which ends a JVM as Ctrl-C does; not its output
      List<String> rest = lines.lines().toList();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(
          "tsad-train: interrupted, no model was made",
          rest.get(rest.size() - 1),
          () -> String.join("\n", rest));
      assertEquals(128 + 15, process.exitValue());
      assertEquals(List.of(), Listing.of(dir.resolve("models")));
    } finally {
      process.destroyForcibly();
    }
  }

  private static void killWhenItSays(String moment, Path data, Path out) throws Exception {
    Process process = start(data, out, "cnn", 2);
    try (BufferedReader lines = process.inputReader()) {
      waitFor(moment, lines);
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }

  private static void waitFor(String moment, BufferedReader lines) throws IOException {
    StringBuilder said = new StringBuilder();
    String line = lines.readLine();
    while (line != null && !line.startsWith(moment)) {
      said.append(line).append('\n');
      line = lines.readLine();
    }
    assertTrue(line != null, () -> "ended before it said " + moment + ":\n" + said);
  }

  private static Process start(Path data, Path out, String arch, int epochs) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TsadTrain.class.getName(),
            "--data",
            data.toString(),
            "--out",
            out.toString(),
            "--length",
            "40",
            "--arch",
            arch,
            "--epochs",
            Integer.toString(epochs),
            "--patience",
            "0",
            "--threads",
            "1")
        .redirectErrorStream(true)
        .start();
  }
}
