package io.tsad.trainer.architecture;

/** The kinds of architectures: what is fitted, scored and set by default alike. */
public enum Family {
  /** Networks whose last feature map becomes a list of features, each with weights of its own. */
  FLATTENED,

  /** Networks whose last feature map is averaged along the series. */
  POOLED,

  /** Kernels whose answers are pooled, and a linear classifier of that, fitted in one go. */
  KERNELS;

  /** Whether it is fitted in steps, down the gradient of a loss. */
  public boolean isBackPropagated() {
    return switch (this) {
      case FLATTENED, POOLED -> true;
      case KERNELS -> false;
    };
  }

  /** Whether float16 holds what it computes with. */
  public boolean fitsHalf() {
    return switch (this) {
      case FLATTENED, POOLED -> true;
      case KERNELS -> false; // whole numbers, and large ones
    };
  }
}
