package io.tsad.runtime.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpusTest {
  @TempDir Path root;

  private List<Finding> gpus() {
    return Gpus.of(new Host(Map.of("PATH", root.resolve("bin").toString()), Map.of(), 2, root));
  }

  private void driverProgram(String script) throws Exception {
    Path program = Files.createDirectories(root.resolve("bin")).resolve("nvidia-smi");
    Files.writeString(program, "#!/bin/sh\n" + script);
    assertTrue(program.toFile().setExecutable(true));
  }

  @Test
  void aHostWithoutADriverHasNone() {
    assertEquals(List.of(), gpus());
  }

  @Test
  void theDriversProgramTellsNameMemoryDriverAndCapability() throws Exception {
    driverProgram(
        """
        echo 'NVIDIA H100 80GB HBM3, 81559 MiB, 550.54.15, 9.0'
        echo 'Tesla T4, 15360 MiB, 550.54.15, 7.5'
        """);
    assertEquals(
        List.of(
            Finding.ok(
                "GPU 0",
                "NVIDIA H100 80GB HBM3, 81559 MiB, driver 550.54.15, compute capability 9.0"),
            Finding.ok("GPU 1", "Tesla T4, 15360 MiB, driver 550.54.15, compute capability 7.5")),
        gpus());
  }

  @Test
  void whereTheProgramFailsTheDriversFilesTellTheName() throws Exception {
    driverProgram("echo 'NVIDIA-SMI has failed'; exit 9\n");
    Path gpu = root.resolve("proc/driver/nvidia/gpus/0000:01:00.0");
    Files.createDirectories(gpu);
    Files.writeString(gpu.resolve("information"), "Model: \t\t NVIDIA A10\nIRQ:   \t 42\n");
    assertEquals(List.of(Finding.ok("GPU 0", "NVIDIA A10")), gpus());
  }
}
