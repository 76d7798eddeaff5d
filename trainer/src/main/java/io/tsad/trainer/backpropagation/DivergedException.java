package io.tsad.trainer.backpropagation;

import io.tsad.runtime.TsadException;

/** Training left the range of its numbers: the loss or the weights are no longer finite. */
public final class DivergedException extends TsadException {
  DivergedException(FitConfig config, int epoch) {
    super(
        Kind.USAGE,
        "--lr " + config.learningRate(),
        "training diverged in epoch %s: its numbers are no longer finite".formatted(epoch),
        "pass a smaller --lr, or less --noise",
        null);
  }
}
