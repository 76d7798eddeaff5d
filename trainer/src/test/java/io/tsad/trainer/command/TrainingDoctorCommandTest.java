package io.tsad.trainer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** On the host of the build, whatever it has. */
class TrainingDoctorCommandTest {
  private static TrainRun doctor(String... args) {
    return TrainRun.exactly(
        Stream.concat(Stream.of("doctor"), Stream.of(args)).toArray(String[]::new));
  }

  private static boolean hasGpu(TrainRun run) {
    return run.out().contains("CUDA  usable") || run.out().contains("GPU 0");
  }

  @Test
  void itSaysWhichPyTorchItIsAndWhereItsLibrariesComeFrom() {
    TrainRun run = doctor();
    assertEquals(0, run.code(), run.out() + run.err());
    List<String> lines = run.out().lines().toList();
    for (String line :
        List.of(
            "  ok    DJL        \\d+\\.\\d+\\.\\d+",
            "  ok    PyTorch    \\d+\\.\\d+\\.\\d+",
            "  ok    libraries  in the class path, for the CPU")) {
      assertTrue(lines.stream().anyMatch(one -> one.matches(line)), line + "\n" + run.out());
    }
    // A long path stands on a line of its own.
    assertTrue(
        run.out().matches("(?s).*  ok    loaded\\s+PyTorch \\d+\\.\\d+\\.\\d+,\\s+/\\S+\n.*"),
        run.out());
    assertEquals("", run.err());
  }

  @Test
  void withoutAGpuTheMissingLibraryIsNamedAndAllIsWell() {
    TrainRun run = doctor();
    Assumptions.assumeFalse(hasGpu(run), "this host has a GPU");
    assertTrue(run.out().contains("  warn  libcuda.so.1  missing; get NVIDIA's driver"), run.out());
    assertEquals(0, run.code());
  }

  @Test
  void askedForAGpuThatIsNotThereItEndsWithFive() {
    TrainRun run = doctor("--device", "cuda");
    Assumptions.assumeFalse(hasGpu(run), "this host has a GPU");
    assertTrue(run.out().contains("  fail  libcuda.so.1  missing"), run.out());
    assertTrue(run.out().contains("  fail  CUDA          not usable: "), run.out());
    assertEquals(5, run.code());
  }

  @Test
  void forTheCpuItDoesNotLookForAGpu() {
    TrainRun run = doctor("--device", "cpu");
    assertEquals(0, run.code());
    assertTrue(!run.out().contains("libcuda.so.1"), run.out());
  }

  @Test
  void asJsonItIsWhatTsadInferDoctorWrites() throws Exception {
    Map<String, Object> report = JSON.std.mapFrom(doctor("--format", "json").out());
    assertEquals(0, report.get("exitCode"));
    List<?> findings = (List<?>) Objects.requireNonNull(report.get("findings"));
    assertTrue(
        findings.stream()
            .anyMatch(
                one ->
                    one instanceof Map<?, ?> finding
                        && "PyTorch, for training".equals(finding.get("section"))
                        && "DJL".equals(finding.get("subject"))
                        && "ok".equals(finding.get("mark"))),
        findings::toString);
  }

  @Test
  void itsHelpFitsAScreen() {
    TrainRun run = doctor("--help");
    assertEquals(0, run.code());
    assertTrue(run.out().lines().count() <= 24, run.out());
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run.out());
  }
}
