package io.tsad.trainer.staging;

import io.tsad.runtime.TsadException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An output that may not be written (kind USAGE) or cannot be written (kind OUTPUT). */
public final class OutputException extends TsadException {
  private OutputException(
      Kind kind, Path subject, String fault, String remedy, @Nullable Throwable cause) {
    super(kind, subject.toString(), fault, remedy, cause);
  }

  /** Writing to {@code path} failed, as on a full disk; the reason is the system's. */
  public static OutputException cannotWrite(Path path, IOException cause) {
    return new OutputException(
        Kind.OUTPUT,
        path,
        "cannot be written: " + reason(cause),
        "check the free space and the permissions there",
        cause);
  }

  static OutputException exists(Path target) {
    return usage(target, "exists already and is not empty", "choose another or pass --force");
  }

  static OutputException busy(Path target) {
    return usage(target, "another run is writing it", "wait for it to end, or choose another");
  }

  /** {@code target} may not be written. */
  public static OutputException usage(Path target, String fault, String remedy) {
    return new OutputException(Kind.USAGE, target, fault, remedy, null);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = cause instanceof FileSystemException f ? f.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
