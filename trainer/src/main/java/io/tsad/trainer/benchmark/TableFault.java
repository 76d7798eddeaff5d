package io.tsad.trainer.benchmark;

import io.tsad.runtime.FileReason;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Why a table could not be read, where the file itself is at fault: else its rows are. */
final class TableFault {
  private TableFault() {}

  static String of(Exception fault) {
    if (fault instanceof UncheckedIOException stream) {
      return of(stream.getCause());
    }
    return fault instanceof IOException io ? " (" + FileReason.of(io) + ")" : "";
  }
}
