package io.tsad.dashboard.command;

import io.tsad.runtime.cli.CommandRunner;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a run of {@code tsad-dashboard} that ends by itself answered, line by line. */
public record Run(int code, List<String> out, List<String> err) {
  /** Runs it with this standard input. */
  public static Run of(String in, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandRunner.run(
            new TsadDashboard(
                    new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), Map.of())
                .commandLine(),
            new PrintWriter(out),
            new PrintWriter(err),
            args);
    return new Run(code, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
