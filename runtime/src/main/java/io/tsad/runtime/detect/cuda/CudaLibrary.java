package io.tsad.runtime.detect.cuda;

import org.jspecify.annotations.Nullable;

/**
 * A library that scoring on a CUDA GPU needs.
 *
 * @param file its name, such as {@code libcudnn.so.9}
 * @param source what brings it, for people
 * @param place where the loader finds it, or null where it does not
 * @param old whether the one found there is too old for ONNX Runtime
 */
public record CudaLibrary(String file, String source, @Nullable String place, boolean old) {
  /** ONNX Runtime opens it when a model has a Fourier transform, which no model of tsad's has. */
  private static final String FOURIER = "libcufft.so.11";

  public boolean isMissing() {
    return place == null;
  }

  /** Whether scoring fails without it, if only at the first operator that wants it. */
  public boolean isNeeded() {
    return !file.equals(FOURIER);
  }
}
