package io.tsad.trainer.architecture;

/**
 * Which architecture to take where the user names none: by the measurements in {@code
 * docs/choosing-a-model.md}, the kernel classifier wherever it can be fitted.
 */
public final class Recommended {
  /**
   * Training series that the kernel classifier takes: it keeps some 50,000 features of each in
   * memory, and its ridge regression inverts a matrix of the products of every two.
   */
  static final int MOST_SERIES = 10_000;

  private Recommended() {}

  /**
   * The architecture for so much data.
   *
   * @param series to train on
   * @param length of each, in samples
   */
  public static Architecture of(int series, int length) {
    if (length < Architecture.MULTIROCKET_HYDRA.minLength()) {
      return Architecture.FCN;
    }
    return series <= MOST_SERIES ? Architecture.MULTIROCKET_HYDRA : Architecture.INCEPTIONTIME;
  }
}
