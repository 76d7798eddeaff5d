package io.tsad.trainer.export;

import io.tsad.runtime.TsadException;

/** The exported model does not score as the fitted model did; it must not be used. */
public final class ParityException extends TsadException {
  ParityException(String series, float trained, float exported) {
    super(
        Kind.MODEL,
        series,
        "scores %s in the trainer but %s in the exported model".formatted(trained, exported),
        "nothing was exported; please report it with the data",
        null);
  }
}
