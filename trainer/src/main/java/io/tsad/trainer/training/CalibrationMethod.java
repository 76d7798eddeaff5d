package io.tsad.trainer.training;

import io.tsad.trainer.threshold.Calibration;
import java.util.Optional;

/** How probabilities are calibrated. */
public enum CalibrationMethod {
  NONE,
  TEMPERATURE,
  PLATT,

  /** {@link #PLATT} where there are series enough for it, else {@link #TEMPERATURE}. */
  AUTO;

  /**
   * Fits it to series that were not trained on.
   *
   * @param margins how sure the model is of the positive class
   * @param positive which series are of that class
   */
  Optional<Calibration> fit(double[] margins, boolean[] positive) {
    return switch (this) {
      case NONE -> Optional.empty();
      case TEMPERATURE -> Optional.of(Calibration.temperature(margins, positive));
      case PLATT -> Optional.of(Calibration.platt(margins, positive));
      case AUTO -> Optional.of(Calibration.plattWhereItPays(margins, positive));
    };
  }
}
