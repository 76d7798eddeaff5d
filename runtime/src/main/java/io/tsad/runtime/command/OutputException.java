package io.tsad.runtime.command;

import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** A result that could not be written. */
public final class OutputException extends TsadException {
  public OutputException(String subject, String fault, String remedy) {
    this(subject, fault, remedy, null);
  }

  public OutputException(String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(Kind.OUTPUT, subject, fault, remedy, cause);
  }

  /** Standard output took nothing more: a full disk, or nobody reads the pipe. */
  static OutputException standardOutput() {
    return new OutputException(
        "standard output", "cannot be written", "see whether its disk is full or its reader gone");
  }
}
