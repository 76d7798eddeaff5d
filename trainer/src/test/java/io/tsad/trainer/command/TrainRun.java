package io.tsad.trainer.command;

import io.tsad.runtime.cli.CommandRunner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What a run of {@code tsad-train} answered. */
record TrainRun(int code, String out, String err) {
  /** Runs it, with one thread unless {@code args} say how many: PyTorch starts but once a JVM. */
  static TrainRun of(Object... args) {
    Stream<Object> threads =
        List.of(args).contains("--threads") ? Stream.of() : Stream.of("--threads", 1);
    return exactly(
        Stream.concat(Stream.of(args), threads).map(String::valueOf).toArray(String[]::new));
  }

  /** Runs it with {@code args} and no others, as subcommands want it. */
  static TrainRun exactly(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandRunner.run(
            new TsadTrain(false, InstantSource.system()),
            new PrintWriter(out),
            new PrintWriter(err),
            args);
    return new TrainRun(code, out.toString(), err.toString());
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
