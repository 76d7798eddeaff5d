package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import io.tsad.trainer.architecture.Blueprint;
import java.io.IOException;

/** A way to fit a model of one architecture: by back-propagation or without it. */
interface Fitting {
  /** The model it will fit. */
  Blueprint blueprint();

  /** Whether it needs series held back to calibrate and to choose the threshold on. */
  boolean needsHeldBack();

  /** How its probabilities are calibrated unless the user says otherwise. */
  CalibrationMethod calibration();

  /**
   * Fits it.
   *
   * @return the fitted model; close it
   */
  FittedModel fit(Run run) throws IOException, TsadException, InterruptedException;
}
