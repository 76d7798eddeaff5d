package io.tsad.runtime.detect.session;

import ai.onnxruntime.OrtException;
import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.GpuMemoryException;
import io.tsad.runtime.detect.device.OrtMessage;

/** What a GPU failed at. */
final class GpuFault {
  private GpuFault() {}

  /**
   * The exception for it: the driver or cuDNN fails, so what the CPU would say is not known; or
   * there is too little memory, so that less may still go.
   *
   * @param name what messages call the model
   */
  static DeviceUnavailableException of(String name, String fault, OrtException cause) {
    return GpuMemoryException.isMeantBy(OrtMessage.of(cause))
        ? new GpuMemoryException(
            name, fault, "free some of the GPU's memory, or use --device cpu", cause)
        : new DeviceUnavailableException(
            name, fault, "see what tsad-infer doctor says, or use --device cpu", cause);
  }
}
