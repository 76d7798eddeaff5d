package io.tsad.runtime.detect;

import ai.onnxruntime.OrtProvider;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.Provider;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.model.InvalidModelException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether a GPU may be trusted with a model. It computes with other kernels than the CPU, less used
 * and so less tested, and a library may be missing that only an operator asks for: so it is to give
 * the answers of the card's golden series before it gives any other.
 */
final class GpuTrust {
  private GpuTrust() {}

  /**
   * The detector to use: {@code onGpu}, or where that fails and another device will do, one on the
   * CPU, whose provider says why.
   *
   * @param onGpu closed if it is not to be used
   * @param model that it was opened from
   * @param config that it was opened with
   * @throws DeviceUnavailableException if it fails and was asked for by name
   */
  static Detector checked(Detector onGpu, Path model, SessionConfig config)
      throws InvalidModelException, DeviceUnavailableException {
    String fault = fault(onGpu);
    if (fault == null) {
      return onGpu;
    }
    onGpu.close();
    if (config.device() == Device.AUTO) {
      return Detector.open(
          model, config.onCpu(), new Provider(OrtProvider.CPU.getName(), "on CUDA " + fault, true));
    }
    throw new DeviceUnavailableException(
        "--device cuda",
        "the GPU cannot be trusted with %s (%s)".formatted(model, fault),
        "use --device cpu",
        null);
  }

  private static @Nullable String fault(Detector onGpu) {
    try {
      SelfTest test = SelfTest.of(onGpu);
      return test.outcome() == SelfTest.Outcome.FAILED ? test.inWords() : null;
    } catch (TsadException e) {
      return e.fault();
    }
  }
}
