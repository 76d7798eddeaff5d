package io.tsad.trainer.architecture;

/**
 * One step of a network. Shapes are PyTorch's: convolutional layers take {@code [batch, channels,
 * length]}, linear ones {@code [batch, features]}.
 */
public sealed interface Layer {
  /** Convolution with stride 1 and no padding; {@code out} filters of {@code kernel} samples. */
  record Conv1d(int in, int out, int kernel) implements Layer {}

  /** max(0, x). */
  record Relu() implements Layer {}

  /** Maximum over windows of {@code kernel} samples, {@code stride} apart, no padding. */
  record MaxPool1d(int kernel, int stride) implements Layer {}

  /** {@code [batch, channels, length]} to {@code [batch, channels * length]}. */
  record Flatten() implements Layer {}

  /** Fully connected, with bias. */
  record Linear(int in, int out) implements Layer {}

  /** In training only: zeroes features with probability {@code rate} and rescales the rest. */
  record Dropout(float rate) implements Layer {}
}
