package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.LevelShifts;
import io.tsad.dataset.testing.Listing;
import java.io.BufferedReader;
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

  private static void killWhenItSays(String moment, Path data, Path out) throws Exception {
    Process process =
        new ProcessBuilder(
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
                "cnn",
                "--epochs",
                "2",
                "--threads",
                "1")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      StringBuilder said = new StringBuilder();
      String line = lines.readLine();
      while (line != null && !line.startsWith(moment)) {
        said.append(line).append('\n');
        line = lines.readLine();
      }
      assertTrue(line != null, () -> "ended before it said " + moment + ":\n" + said);
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }
}
