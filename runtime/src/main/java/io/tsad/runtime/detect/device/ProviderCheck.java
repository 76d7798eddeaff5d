package io.tsad.runtime.detect.device;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether one of ONNX Runtime's providers can be used here. That it was compiled in says little;
 * CUDA is tried.
 *
 * @param name ONNX Runtime's name of it, such as {@code CUDAExecutionProvider}
 * @param compiled whether this build of ONNX Runtime has it
 * @param usable whether tsad can score with it here
 * @param reason why, in a few words for people
 */
public record ProviderCheck(String name, boolean compiled, boolean usable, String reason) {
  /**
   * Checks CPU and CUDA, and lists what else was compiled in.
   *
   * @throws DeviceUnavailableException if ONNX Runtime itself cannot be loaded
   */
  public static List<ProviderCheck> all() throws DeviceUnavailableException {
    OnnxRuntime.loaded();
    Set<OrtProvider> compiled = OrtEnvironment.getAvailableProviders();
    List<ProviderCheck> checks = new ArrayList<>();
    checks.add(new ProviderCheck(OrtProvider.CPU.getName(), true, true, "usable"));
    checks.add(cuda(compiled.contains(OrtProvider.CUDA)));
    Set<OrtProvider> others = EnumSet.noneOf(OrtProvider.class);
    others.addAll(compiled);
    others.removeAll(Set.of(OrtProvider.CPU, OrtProvider.CUDA));
    for (OrtProvider other : others) {
      checks.add(new ProviderCheck(other.getName(), true, false, "compiled in, not used by tsad"));
    }
    return checks;
  }

  /** Whether this is CUDA. */
  public boolean isCuda() {
    return name.equals(OrtProvider.CUDA.getName());
  }

  private static ProviderCheck cuda(boolean compiled) {
    String name = OrtProvider.CUDA.getName();
    OrtException fault = Providers.cudaFault();
    if (fault == null) {
      return new ProviderCheck(name, compiled, true, "usable");
    }
    String reason =
        compiled ? "not usable here: " + OrtMessage.of(fault) : "not in this build of ONNX Runtime";
    return new ProviderCheck(name, compiled, false, reason);
  }
}
