package io.tsad.runtime.detect;

/**
 * What a model runs on.
 *
 * @param name ONNX Runtime's name, {@code CUDAExecutionProvider} or {@code CPUExecutionProvider}
 * @param reason why this one, in a few words for people
 */
public record Provider(String name, String reason) {}
