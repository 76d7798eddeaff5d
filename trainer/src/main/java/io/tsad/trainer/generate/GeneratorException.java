package io.tsad.trainer.generate;

import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** A dataset that cannot be made as asked, or cannot be written. */
public final class GeneratorException extends TsadException {
  private GeneratorException(
      Kind kind, String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(kind, subject, fault, remedy, cause);
  }

  static GeneratorException usage(String subject, String fault, String remedy) {
    return new GeneratorException(Kind.USAGE, subject, fault, remedy, null);
  }

  static GeneratorException output(
      String subject, String fault, String remedy, @Nullable Throwable cause) {
    return new GeneratorException(Kind.OUTPUT, subject, fault, remedy, cause);
  }
}
