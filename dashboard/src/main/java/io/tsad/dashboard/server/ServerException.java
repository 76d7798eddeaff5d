package io.tsad.dashboard.server;

import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** The server cannot be started as its settings say. */
public final class ServerException extends TsadException {
  public ServerException(String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(Kind.USAGE, subject, fault, remedy, cause);
  }
}
