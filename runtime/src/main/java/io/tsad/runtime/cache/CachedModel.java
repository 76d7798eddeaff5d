package io.tsad.runtime.cache;

import java.nio.MappedByteBuffer;

/**
 * A copy of a model, found in the cache.
 *
 * @param content in ONNX Runtime's format; to be kept reachable as long as a session uses it
 * @param runtime the version of ONNX Runtime that wrote it, which alone may read it
 * @param note what was kept with it
 */
public record CachedModel(MappedByteBuffer content, String runtime, byte[] note) {}
