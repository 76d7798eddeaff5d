package io.tsad.trainer.torch;

import io.tsad.runtime.detect.device.DeviceUnavailableException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why PyTorch's libraries could not be loaded, in words for people.
 *
 * @param fault what is wrong
 * @param remedy what would mend it
 */
public record LoadFault(String fault, String remedy) {
  private static final Pattern MISSING =
      Pattern.compile("(lib[^\\s/:]+\\.so[.\\d]*): cannot open shared object file");

  private static final String DRIVER = "libcuda.so.1";

  /** Reads it from what was thrown. */
  public static LoadFault of(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = String.valueOf(root.getMessage());
    Matcher missing = MISSING.matcher(said);
    if (missing.find()) {
      return missing.group(1).equals(DRIVER)
          ? new LoadFault(
              "PyTorch with CUDA cannot be loaded: " + DRIVER + " is missing",
              "install NVIDIA's driver, or unset PYTORCH_LIBRARY_PATH and PYTORCH_FLAVOR to train"
                  + " on the CPU")
          : new LoadFault(
              "PyTorch cannot be loaded: " + missing.group(1) + " is missing",
              "put its folder into LD_LIBRARY_PATH: docs/gpu.md");
    }
    if (said.contains("Offline mode")) {
      return new LoadFault(
          "PyTorch's libraries are not here, and may not be fetched",
          "bring them: docs/gpu.md says how");
    }
    return new LoadFault(
        "PyTorch cannot be loaded (%s)".formatted(said.lines().findFirst().orElse(said)),
        "see what tsad-train doctor says, and docs/gpu.md");
  }

  DeviceUnavailableException unavailable(Throwable cause) {
    return new DeviceUnavailableException("PyTorch", fault, remedy, cause);
  }
}
