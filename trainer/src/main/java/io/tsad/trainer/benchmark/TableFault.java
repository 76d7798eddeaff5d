package io.tsad.trainer.benchmark;

import io.tsad.runtime.FileReason;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Why a table could not be read, where the file itself is at fault: else its rows are. */
final class TableFault {
  private TableFault() {}

  static String of(Exception fault) {
    Throwable first = fault instanceof UncheckedIOException ? fault.getCause() : fault;
    return first instanceof IOException io ? " (" + FileReason.of(io) + ")" : "";
  }
}
