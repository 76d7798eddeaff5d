package io.tsad.runtime.detect;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;

/** Chooses what a model runs on. */
final class Providers {
  private static final String NONE = "this build has no CUDA (no " + CudaLibraries.PROVIDER + ")";

  private Providers() {}

  /**
   * Adds the provider for {@code device} to {@code options}.
   *
   * @throws DeviceUnavailableException if it is CUDA that was asked for, and cannot be used
   */
  static Provider choose(OrtSession.SessionOptions options, Device device)
      throws DeviceUnavailableException {
    if (device == Device.CPU) {
      return new Provider(OrtProvider.CPU.getName(), "asked for");
    }
    if (device == Device.AUTO && CudaLibraries.noneInThisBuild()) {
      return new Provider(OrtProvider.CPU.getName(), NONE);
    }
    // The list of providers says what was compiled in, not what works: only trying tells.
    try {
      options.addCUDA();
      return new Provider(
          OrtProvider.CUDA.getName(), device == Device.CUDA ? "asked for" : "usable here");
    } catch (OrtException e) {
      CudaLibraries libraries = CudaLibraries.ofProcess();
      if (device == Device.CUDA) {
        throw new DeviceUnavailableException(
            "--device cuda",
            "ONNX Runtime cannot use CUDA here (%s)"
                .formatted(libraries.missing().isEmpty() ? OrtMessage.of(e) : libraries.fault()),
            libraries.missing().isEmpty()
                ? "see what tsad-infer doctor says, or use --device cpu"
                : libraries.remedy() + ", or use --device cpu",
            e);
      }
      return new Provider(OrtProvider.CPU.getName(), reason(libraries, e));
    }
  }

  private static String reason(CudaLibraries libraries, OrtException fault) {
    return libraries.missing().isEmpty()
        ? "CUDA is not usable here (" + OrtMessage.of(fault) + ")"
        : "for CUDA " + libraries.fault();
  }
}
