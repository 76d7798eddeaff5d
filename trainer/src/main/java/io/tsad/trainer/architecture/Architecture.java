package io.tsad.trainer.architecture;

/** The networks to choose from. */
public enum Architecture {
  CNN,
  FCN,
  RESNET,
  INCEPTIONTIME,
  LITETIME;

  private static final int VOTERS = 5;

  /** The shortest input it takes, in samples. */
  public int minLength() {
    return this == CNN ? Cnn.MIN_LENGTH : 2;
  }

  /** How many networks vote unless the user says otherwise. */
  public int ensemble() {
    return switch (this) {
      case CNN, FCN, RESNET -> 1;
      case INCEPTIONTIME, LITETIME -> VOTERS;
    };
  }

  /** The network for series of {@code length} samples, at least {@link #minLength()}. */
  public Network network(int length) {
    return switch (this) {
      case CNN -> Cnn.of(length);
      case FCN -> Fcn.network();
      case RESNET -> ResNet.network();
      case INCEPTIONTIME -> InceptionTime.network();
      case LITETIME -> Lite.network();
    };
  }
}
