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
}
