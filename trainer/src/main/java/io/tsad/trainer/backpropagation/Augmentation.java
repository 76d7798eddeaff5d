package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDManager;
import java.util.Locale;

/** Changes that series suffer in training only, drawn anew each time a series is seen. */
public enum Augmentation {
  /**
   * Gaussian noise of deviation 0.03, in units of the scaled range. Um et al., <em>Data
   * Augmentation of Wearable Sensor Data</em>, ICMI 2017.
   */
  JITTER,
  /** All samples of a series times one factor, Gaussian around 1 with deviation 0.1. Ibid. */
  SCALING,
  /**
   * Time runs faster here and slower there: at four moments its speed is Gaussian around 1 with
   * deviation 0.2, between them it changes evenly. Ibid.
   */
  TIME_WARP,
  /**
   * Nine tenths of the series from anywhere in it, stretched to its length. Le Guennec, Malinowski
   * and Tavenard, <em>Data Augmentation for Time Series Classification</em>, AALTD 2016.
   */
  WINDOW_SLICE,
  /**
   * Each series is mixed with another of its batch, and so are the answers, in parts drawn from
   * Beta(½, ½). Zhang et al., <em>mixup: Beyond Empirical Risk Minimization</em>, ICLR 2018.
   */
  MIXUP;

  /** It, for series of {@code length} samples on the device of {@code manager}. */
  BatchChange on(NDManager manager, int length) {
    return switch (this) {
      case JITTER -> BatchChange.jitter();
      case SCALING -> BatchChange.scaling();
      case TIME_WARP -> new TimeWarp(manager, length);
      case WINDOW_SLICE -> new WindowSlice(manager, length);
      case MIXUP -> BatchChange.mixup();
    };
  }

  /** As {@code --augment} takes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
