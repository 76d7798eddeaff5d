package io.tsad.trainer.torch;

import io.tsad.runtime.detect.cuda.LibraryPath;
import io.tsad.runtime.doctor.Host;
import java.nio.file.Path;
import java.util.Optional;

/** Why a started PyTorch cannot use a GPU of a host. */
public record CudaGap(Host host) {
  public static final String DRIVER = "libcuda.so.1";

  /** Where the loader finds the driver's library, if anywhere. */
  public Optional<Path> driver() {
    return LibraryPath.of(host.environment(), host.root()).find(DRIVER);
  }

  /** In a few words, without a full stop. */
  public String inWords() {
    if (driver().isPresent()) {
      return Torch.isForCuda() ? "PyTorch finds no GPU it can use" : "this PyTorch is for the CPU";
    }
    return DRIVER + " is missing" + (Torch.isForCuda() ? "" : ", and this PyTorch is for the CPU");
  }

  /** What would close it. */
  public String remedy() {
    return driver().isPresent()
        ? "see what tsad-train doctor says, and docs/gpu.md"
        : "install NVIDIA's driver, and see docs/gpu.md";
  }
}
