package io.tsad.trainer.training;

import io.tsad.runtime.TsadException;
import java.nio.file.Path;

/** Something was warned of, and {@code --strict} makes no model of that. */
public final class StrictException extends TsadException {
  private StrictException(Kind kind, Path subject, String fault, String remedy) {
    super(kind, subject.toString(), fault, remedy, null);
  }

  /** The data are doubtful. */
  static StrictException ofData(Path data, int warnings) {
    return new StrictException(
        Kind.INPUT, data, refuses(warnings), "mend the data, or train without --strict");
  }

  /** The model is not worth having. */
  static StrictException ofModel(Path out, int warnings) {
    return new StrictException(
        Kind.MODEL,
        out,
        refuses(warnings) + ", so no model was made",
        "mend the data, take another --arch, or train without --strict");
  }

  private static String refuses(int warnings) {
    return "--strict refuses what "
        + (warnings == 1 ? "the warning says" : "the %d warnings say".formatted(warnings));
  }
}
