package io.tsad.trainer.architecture;

/** The networks to choose from. */
public enum Architecture {
  CNN;

  /** The shortest input it takes, in samples. */
  public int minLength() {
    return switch (this) {
      case CNN -> Cnn.MIN_LENGTH;
    };
  }

  /** The network for series of {@code length} samples, at least {@link #minLength()}. */
  public Network network(int length) {
    return switch (this) {
      case CNN -> Cnn.of(length);
    };
  }
}
