package io.tsad.trainer.architecture;

import java.util.Locale;
import java.util.Optional;

/** The kinds of model to choose from. */
public enum Architecture {
  /** The reference's network. */
  CNN(Cnn.MIN_LENGTH, 1),
  FCN(2, 1),
  RESNET(2, 1),
  INCEPTIONTIME(2, 5),
  LITETIME(2, 5),

  /** MultiRocket's and Hydra's kernels with a ridge regression, fitted without back-propagation. */
  MULTIROCKET_HYDRA(10, 1);

  private final int minLength;
  private final int ensemble;

  Architecture(int minLength, int ensemble) {
    this.minLength = minLength;
    this.ensemble = ensemble;
  }

  /** The shortest input it takes, in samples. */
  public int minLength() {
    return minLength;
  }

  /** How many of it vote unless the user says otherwise. */
  public int ensemble() {
    return ensemble;
  }

  /**
   * Its network, for series of {@code length} samples, at least {@link #minLength()}; empty for
   * what is fitted without back-propagation.
   */
  public Optional<Network> network(int length) {
    return switch (this) {
      case CNN -> Optional.of(Cnn.of(length));
      case FCN -> Optional.of(Fcn.network());
      case RESNET -> Optional.of(ResNet.network());
      case INCEPTIONTIME -> Optional.of(InceptionTime.network());
      case LITETIME -> Optional.of(Lite.network());
      case MULTIROCKET_HYDRA -> Optional.empty();
    };
  }

  /** Whether it is fitted in steps, down the gradient of a loss. */
  public boolean isBackPropagated() {
    return this != MULTIROCKET_HYDRA;
  }

  /** As {@code --arch} takes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
