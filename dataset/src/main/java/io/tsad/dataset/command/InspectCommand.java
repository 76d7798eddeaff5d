package io.tsad.dataset.command;

import io.tsad.dataset.folder.SkippedLines;
import io.tsad.dataset.inspect.Inspection;
import io.tsad.dataset.inspect.JsonReport;
import io.tsad.dataset.inspect.TextReport;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tsad-data inspect}. */
@Command(
    name = "inspect",
    description = {
      "Says what a folder of labelled series holds and what is wrong with it.",
      "Exit code 3 if any file cannot be used; the others are still looked at."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class InspectCommand implements Callable<ExitCode> {
  private enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder that holds train/<class>/*.npy and val/<class>/*.npy.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to report. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--positive",
      paramLabel = "CLASS",
      description = "The class that stands for anomaly. Default: anomaly.")
  private @Nullable String positive;

  @Override
  public ExitCode call() throws TsadException {
    Inspection inspection = Inspection.of(folder, positive);
    SkippedLines.of(inspection.files())
        .forEach(line -> spec.commandLine().getErr().println("tsad-data inspect: " + line));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(new TextReport(inspection).render());
      case JSON -> out.println(new JsonReport(inspection).render());
    }
    return inspection.problems().isEmpty() ? ExitCode.OK : ExitCode.UNREADABLE_INPUT;
  }
}
