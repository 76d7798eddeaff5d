package io.tsad.runtime.series;

import io.tsad.runtime.TsadException;
import org.jspecify.annotations.Nullable;

/** A file that is not a series tsad can read, or a series that cannot be scored. */
public sealed class InvalidSeriesException extends TsadException permits SeveralColumnsException {
  public InvalidSeriesException(String subject, String fault, String remedy) {
    this(subject, fault, remedy, null);
  }

  public InvalidSeriesException(
      String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(Kind.INPUT, subject, fault, remedy, cause);
  }

  /** The same of a series that is called {@code subject}. */
  public InvalidSeriesException named(String subject) {
    return new InvalidSeriesException(subject, fault(), remedy(), getCause());
  }
}
