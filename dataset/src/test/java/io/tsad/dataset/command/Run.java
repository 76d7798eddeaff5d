package io.tsad.dataset.command;

import io.tsad.runtime.cli.CommandRunner;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a run of {@code tsad-data} answered. */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandRunner.run(new TsadData(false), new PrintWriter(out), new PrintWriter(err), args);
    return new Run(code, out.toString(), err.toString());
  }
}
