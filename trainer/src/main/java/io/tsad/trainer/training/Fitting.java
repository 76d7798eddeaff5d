package io.tsad.trainer.training;

import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.staging.StagedFolder;
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
   * @param dataset the classes, and the validation set to tell of progress by; nothing is learnt
   *     from that
   * @param split the series to learn from, and those that may say when to stop
   * @param folder of the model to be, for {@code history.jsonl} and {@code tensorboard}, and where
   *     a checkpoint is kept
   * @return the fitted model; close it
   */
  FittedModel fit(Dataset dataset, HeldBack split, TorchDevice device, StagedFolder folder)
      throws IOException, TsadException, InterruptedException;
}
