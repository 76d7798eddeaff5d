package io.tsad.runtime.detect;

import org.jspecify.annotations.Nullable;

/**
 * A library that scoring on a CUDA GPU needs.
 *
 * @param file its name, such as {@code libcudnn.so.9}
 * @param source what brings it, for people
 * @param place where the loader finds it, or null where it does not
 */
public record CudaLibrary(String file, String source, @Nullable String place) {
  public boolean isMissing() {
    return place == null;
  }
}
