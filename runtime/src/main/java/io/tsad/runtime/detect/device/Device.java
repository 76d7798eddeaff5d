package io.tsad.runtime.detect.device;

/** Where a model runs. */
public enum Device {
  /** A CUDA GPU if ONNX Runtime can use one, the CPU if not. */
  AUTO,
  /** A CUDA GPU, or a {@link DeviceUnavailableException}. */
  CUDA,
  CPU
}
