package io.tsad.runtime;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An output that may not be written (kind USAGE) or cannot be written (kind OUTPUT). */
public final class OutputException extends TsadException {
  private OutputException(
      Kind kind, String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(kind, subject, fault, remedy, cause);
  }

  /** The command line asks to write {@code target}, and that must not be. */
  public static OutputException usage(Path target, String fault, String remedy) {
    return new OutputException(Kind.USAGE, target.toString(), fault, remedy, null);
  }

  /** Writing to {@code path} failed, as on a full disk; the reason is the system's. */
  public static OutputException cannotWrite(Path path, IOException cause) {
    return new OutputException(
        Kind.OUTPUT,
        path.toString(),
        "cannot be written: " + FileReason.of(cause),
        "check the free space and the permissions there",
        cause);
  }

  /** Writing to standard output failed. */
  public static OutputException standardOutput() {
    return new OutputException(
        Kind.OUTPUT,
        "standard output",
        "cannot be written",
        "see whether its disk is full or its reader gone",
        null);
  }
}
