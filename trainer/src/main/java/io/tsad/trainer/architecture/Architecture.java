package io.tsad.trainer.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The architectures to choose from. */
public enum Architecture {
  /** The reference's network. */
  CNN(Family.FLATTENED, Cnn.MIN_LENGTH, 1, Cnn::of),
  FCN(Family.POOLED, 2, 1, length -> Fcn.network()),
  RESNET(Family.POOLED, 2, 1, length -> ResNet.network()),
  INCEPTIONTIME(Family.POOLED, 2, 5, length -> InceptionTime.network()),
  LITETIME(Family.POOLED, 2, 5, length -> Lite.network()),

  /** MultiRocket's and Hydra's kernels with a ridge regression. */
  MULTIROCKET_HYDRA(Family.KERNELS, 10, 1, null);

  private final Family family;
  private final int minLength;
  private final int ensemble;

  @SuppressWarnings("ImmutableEnumChecker") // these functions hold nothing
  private final @Nullable IntFunction<Network> network;

  Architecture(Family family, int minLength, int ensemble, @Nullable IntFunction<Network> network) {
    this.family = family;
    this.minLength = minLength;
    this.ensemble = ensemble;
    this.network = network;
  }

  /** Their names, as {@code --arch} takes them. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Architecture::toString).toList();
  }

  /** What it is fitted, scored and set by default like. */
  public Family family() {
    return family;
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
   * what is none.
   */
  public Optional<Network> network(int length) {
    return network == null ? Optional.empty() : Optional.of(network.apply(length));
  }

  /** As {@code --arch} takes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
