package io.tsad.runtime.cli;

import io.tsad.runtime.TsadException;

/** The exit codes of every tsad command. */
public enum ExitCode {
  OK(0),
  INTERNAL(1),
  USAGE(2),
  UNREADABLE_INPUT(3),
  INVALID_MODEL(4),
  DEVICE_UNAVAILABLE(5),
  OUTPUT_FAILED(6),
  /** With {@code --exit-code} only. */
  ANOMALY(10);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** What a command ends with when a thing of this kind is at fault. */
  public static ExitCode of(TsadException.Kind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case INPUT -> UNREADABLE_INPUT;
      case MODEL -> INVALID_MODEL;
      case DEVICE -> DEVICE_UNAVAILABLE;
      case OUTPUT -> OUTPUT_FAILED;
    };
  }
}
