package io.tsad.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A fault the user can mend. It always says three things: what it is about (a file, an option),
 * what is wrong with it, and what would be right. Commands print {@link #getMessage()} as one line
 * and never a stack trace.
 */
public abstract class TsadException extends Exception {
  /** What kind of thing was at fault; commands turn it into their exit code. */
  public enum Kind {
    /** The command line asks for something that cannot be, such as an output that exists. */
    USAGE,
    /** A series, or a folder of series. */
    INPUT,
    /** A model file or its card. */
    MODEL,
    /** The device asked for. */
    DEVICE,
    /** A place to write to. */
    OUTPUT
  }

  private final Kind kind;
  private final String subject;
  private final String fault;
  private final String remedy;

  /**
   * @param subject the file, folder or option at fault, as the user wrote it
   * @param fault what is wrong, without a full stop
   * @param remedy what would be right, without a full stop
   */
  protected TsadException(
      Kind kind, String subject, String fault, String remedy, @Nullable Throwable cause) {
    super(null, cause);
    this.kind = kind;
    this.subject = subject;
    this.fault = fault;
    this.remedy = remedy;
  }

  /** {@code subject: fault; remedy}: one line, whatever the name of a file may hold. */
  @Override
  public String getMessage() {
    return OneLine.of(subject + ": " + fault + "; " + remedy);
  }

  public Kind kind() {
    return kind;
  }

  public String subject() {
    return subject;
  }

  public String fault() {
    return fault;
  }

  public String remedy() {
    return remedy;
  }
}
