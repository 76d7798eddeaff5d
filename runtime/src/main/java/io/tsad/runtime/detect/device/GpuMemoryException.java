package io.tsad.runtime.detect.device;

import java.util.Locale;

/** A GPU has no memory for a pass; for one with fewer series it may have. */
public final class GpuMemoryException extends DeviceUnavailableException {
  private static final long serialVersionUID = 1;

  public GpuMemoryException(String subject, String fault, String remedy, Throwable cause) {
    super(subject, fault, remedy, cause);
  }

  /** Whether ONNX Runtime, CUDA, cuBLAS or cuDNN say so in {@code message}. */
  public static boolean isMeantBy(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("failed to allocate")
        || lower.contains("out of memory")
        || lower.contains("smaller than requested bytes") // under a limit of ours
        || lower.contains("alloc_failed");
  }
}
