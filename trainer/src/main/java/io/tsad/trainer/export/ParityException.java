package io.tsad.trainer.export;

import io.tsad.runtime.TsadException;

/** A file does not score as what it was written from; it must not be used. */
public final class ParityException extends TsadException {
  private ParityException(String series, String fault, String remedy) {
    super(Kind.MODEL, series, fault, remedy, null);
  }

  /** The exported model does not score as the fitted model did. */
  static ParityException ofExport(String series, float trained, float exported) {
    return new ParityException(
        series,
        "scores %s in the trainer but %s in the exported model".formatted(trained, exported),
        "nothing was exported; please report it with the data");
  }

  /** The model in float16 does not score as the one in float32. */
  static ParityException ofHalf(String series, float single, float half) {
    return new ParityException(
        series,
        "scores %s in float32 but %s in float16".formatted(single, half),
        "use model.onnx, which is as good as ever");
  }
}
