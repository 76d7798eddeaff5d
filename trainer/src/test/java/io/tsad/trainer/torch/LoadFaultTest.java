package io.tsad.trainer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.EngineException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LoadFaultTest {
  private static LoadFault loading(String said) {
    return LoadFault.of(
        new EngineException("Failed to load PyTorch", new UnsatisfiedLinkError(said)));
  }

  @Test
  void withoutADriverItsLibraryIsNamed() {
    assertEquals(
        "PyTorch with CUDA cannot be loaded: libcuda.so.1 is missing",
        loading(
                "/opt/cu124/libc10_cuda.so: libcuda.so.1: cannot open shared object file: No such"
                    + " file or directory")
            .fault());
  }

  @Test
  void anyOtherMissingLibraryIsNamedWithWhereToPutIt() {
    assertEquals(
        new LoadFault(
            "PyTorch cannot be loaded: libcublas-4cc45526.so.12 is missing",
            "put its folder into LD_LIBRARY_PATH: docs/gpu.md"),
        loading(
            "/opt/cu124/libtorch_cuda.so: libcublas-4cc45526.so.12: cannot open shared object"
                + " file: No such file or directory"));
  }

  @Test
  void librariesThatMayNotBeFetchedHaveToBeBrought() {
    LoadFault fault =
        LoadFault.of(new EngineException("x", new IOException("Offline mode is enabled.")));
    assertEquals("PyTorch's libraries are not here, and may not be fetched", fault.fault());
    assertEquals("bring them: docs/gpu.md says how", fault.remedy());
  }

  @Test
  void whatNobodyForesawIsSaidAsItIs() {
    assertEquals(
        "PyTorch cannot be loaded (wrong ELF class: ELFCLASS32)",
        loading("wrong ELF class: ELFCLASS32\nmore").fault());
  }
}
