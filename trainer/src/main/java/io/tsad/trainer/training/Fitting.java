package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.dataset.Dataset;
import io.tsad.trainer.dataset.LabelledSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
   * @param train the series to learn from
   * @param folder of the model to be, for {@code history.jsonl} and {@code tensorboard}
   * @return the fitted model; close it
   */
  FittedModel fit(Dataset dataset, List<LabelledSeries> train, TorchDevice device, Path folder)
      throws IOException, TsadException, InterruptedException;
}
