package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.testing.LevelShifts;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes with the class path of profile {@code cuda}, which has no PyTorch for the CPU, on a
 * host that has none either, without a network.
 */
class CudaBuildTest {
  @TempDir Path dir;
  private Path data = Path.of("");

  @BeforeEach
  void writeData() throws Exception {
    data = LevelShifts.ofLength(40).write(dir.resolve("data"), 20, 12);
  }

  private TrainRun run(Path natives, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .filter(jar -> !jar.contains("pytorch-native"))
                    .collect(Collectors.joining(File.pathSeparator)),
                TsadTrain.class.getName()));
    // As the launcher does on a JDK that would warn of native libraries.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--"))
        .forEach(option -> command.add(1, option));
    command.addAll(List.of(args));
    Path out = dir.resolve("out");
    Path err = dir.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("DJL_CACHE_DIR", dir.resolve("cache").toString());
    builder.environment().put("PYTORCH_LIBRARY_PATH", natives.toString());
    builder.environment().put("PYTORCH_FLAVOR", "cu128");
    int code = builder.start().waitFor();
    return new TrainRun(code, Files.readString(out), Files.readString(err));
  }

  private TrainRun train(Path natives) throws Exception {
    return run(
        natives,
        "--data",
        data.toString(),
        "--out",
        dir.resolve("models/m").toString(),
        "--length",
        "40",
        "--device",
        "cuda");
  }

  @Test
  void withoutPyTorchTrainingEndsWithFiveAndSaysHowToBringIt() throws Exception {
    TrainRun run = train(dir.resolve("nothing"));
    assertEquals(
        "tsad-train: PyTorch: PyTorch's libraries are not here, and may not be fetched;"
            + " bring them: docs/gpu.md says how\n",
        run.err());
    assertEquals(5, run.code());
    assertFalse(Files.exists(dir.resolve("models/m")));
  }

  @Test
  void theDoctorSaysSoAndFetchesNothing() throws Exception {
    TrainRun run = run(dir.resolve("nothing"), "doctor");
    assertTrue(run.out().contains("  warn  libraries"), run.out());
    assertTrue(run.out().contains("not here: fetched into"), run.out());
    assertEquals("", run.err());
    assertEquals(0, run.code());
    assertFalse(Files.exists(dir.resolve("cache")));
  }

  @Test
  void aFolderThatIsNoPyTorchEndsWithFiveAndNoStackTrace() throws Exception {
    Path natives = Files.createDirectories(dir.resolve("natives"));
    Files.writeString(natives.resolve("libtorch.so"), "not a library");
    TrainRun run = train(natives);
    // The JVM itself may have warned of the file before.
    List<String> lines = run.errLines();
    assertTrue(
        lines.get(lines.size() - 1).startsWith("tsad-train: PyTorch: PyTorch cannot be loaded ("),
        run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals(5, run.code());
  }
}
