package io.tsad.runtime.detect.device;

/**
 * What a model runs on.
 *
 * @param name ONNX Runtime's name, {@code CUDAExecutionProvider} or {@code CPUExecutionProvider}
 * @param reason why this one, in a few words for people
 * @param fallback whether a GPU was wanted, and this build could use one, but it cannot be had
 */
public record Provider(String name, String reason, boolean fallback) {
  /** Whether it is a CUDA GPU. */
  public boolean isCuda() {
    return name.equals("CUDAExecutionProvider");
  }

  /** The one that was wanted. */
  public Provider(String name, String reason) {
    this(name, reason, false);
  }
}
