package io.tsad.runtime.command;

import io.tsad.runtime.TsadException;

/** A command line that asks for something that cannot be. */
public final class UsageException extends TsadException {
  public UsageException(String subject, String fault, String remedy) {
    super(Kind.USAGE, subject, fault, remedy, null);
  }
}
