package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.LevelShifts;
import io.tsad.dataset.testing.Listing;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.detect.device.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionTest {
  @TempDir Path dir;

  @Test
  void askedForFloat16ATrainingWritesASecondFileThatPassesItsSelfTest() throws Exception {
    Path data = LevelShifts.ofLength(64).write(dir.resolve("data"), 40, 20);
    Path out = dir.resolve("models/m");
    TrainRun run =
        TrainRun.of(
            "--arch",
            "cnn",
            "--data",
            data,
            "--out",
            out,
            "--length",
            64,
            "--epochs",
            2,
            "--precision",
            "fp16");
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.errLines().stream()
            .anyMatch(line -> line.matches("Exported in float16 as well: difference at most \\S+")),
        run.err());
    assertTrue(Listing.of(out).containsAll(List.of("model.onnx", "model.fp16.onnx")));
    try (Detector single = Detector.open(out, Device.CPU);
        Detector half = Detector.open(out.resolve("model.fp16.onnx"), Device.CPU)) {
      assertEquals(SelfTest.Outcome.PASSED, SelfTest.of(half).outcome());
      assertEquals(single.card().golden().size(), half.card().golden().size());
      assertEquals(single.threshold(), half.threshold());
      assertFalse(single.version().equals(half.version()), "the two can be told apart");
    }
  }

  @Test
  void aClassifierOfKernelsHasNoFloat16() throws Exception {
    TrainRun run =
        TrainRun.of(
            "--data",
            dir,
            "--out",
            dir.resolve("m"),
            "--arch",
            "multirocket-hydra",
            "--precision",
            "fp16");
    assertEquals(2, run.code());
    assertEquals(
        "tsad-train: --precision fp16 is for networks; multirocket-hydra computes with whole"
            + " numbers that float16 cannot hold: pass --arch cnn or another",
        run.errLines().get(0));
    assertFalse(Files.exists(dir.resolve("m")));
  }
}
