package io.tsad.runtime.detect;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;

/** Chooses what a model runs on. */
final class Providers {
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
    // The list of providers says what was compiled in, not what works: only trying tells.
    try {
      options.addCUDA();
      return new Provider(
          OrtProvider.CUDA.getName(), device == Device.CUDA ? "asked for" : "usable here");
    } catch (OrtException e) {
      if (device == Device.CUDA) {
        throw new DeviceUnavailableException(
            "--device cuda",
            "ONNX Runtime cannot use CUDA here (" + OrtMessage.of(e) + ")",
            "use a build made with -Pcuda on a host with CUDA 12 and cuDNN 9, or --device cpu",
            e);
      }
      return new Provider(OrtProvider.CPU.getName(), "CUDA is not usable here");
    }
  }
}
