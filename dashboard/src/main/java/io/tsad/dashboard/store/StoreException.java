package io.tsad.dashboard.store;

import io.tsad.runtime.TsadException;

/** The database, or a file beside it, cannot be read or written. */
public final class StoreException extends TsadException {
  public StoreException(String subject, String fault, String remedy, Throwable cause) {
    super(Kind.OUTPUT, subject, fault, remedy, cause);
  }

  /** The database in {@code file} refused, as on a full disk. */
  public static StoreException of(String file, Exception cause) {
    return new StoreException(
        file,
        "cannot be read or written (" + cause.getMessage() + ")",
        "check the free space and the permissions there",
        cause);
  }
}
