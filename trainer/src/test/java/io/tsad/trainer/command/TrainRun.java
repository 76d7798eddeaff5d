package io.tsad.trainer.command;

import io.tsad.runtime.command.CommandRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What a run of {@code tsad-train} answered. */
record TrainRun(int code, String out, String err) {
  static TrainRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandRunner.run(
            new TsadTrain(false, InstantSource.system()),
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.of(args).map(String::valueOf).toArray(String[]::new));
    return new TrainRun(code, out.toString(), err.toString());
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
