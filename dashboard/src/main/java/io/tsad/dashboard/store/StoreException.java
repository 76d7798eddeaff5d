package io.tsad.dashboard.store;

import io.tsad.dashboard.fault.Cause;
import io.tsad.runtime.TsadException;
import java.sql.SQLException;

/** The database, or a file beside it, cannot be read or written. */
public final class StoreException extends TsadException {
  public StoreException(String subject, String fault, String remedy, Throwable cause) {
    super(Kind.OUTPUT, subject, fault, remedy, cause);
  }

  /** By SQLite's result codes, https://www.sqlite.org/rescode.html. */
  private static String reason(SQLException fault) {
    return switch (fault.getErrorCode() & 0xff) {
      case 3, 23 -> "permission denied";
      case 5, 6 -> "another program holds it for too long";
      case 8 -> "it is read-only";
      case 10 -> "the disk fails";
      case 11, 26 -> "it is damaged, or no database of the dashboard";
      case 13 -> "the disk is full";
      case 14 -> "it cannot be opened";
      default -> "SQLite's code is " + fault.getErrorCode();
    };
  }

  /** The database in {@code file} refused, as on a full disk. */
  public static StoreException of(String file, Exception cause) {
    return new StoreException(
        file,
        "cannot be read or written ("
            + (cause instanceof SQLException sql ? reason(sql) : Cause.of(cause))
            + ")",
        "check the free space and the permissions there",
        cause);
  }
}
