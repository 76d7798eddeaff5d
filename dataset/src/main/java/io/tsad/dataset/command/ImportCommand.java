package io.tsad.dataset.command;

import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tsad-data import}: one subcommand for each source. */
@Command(
    name = "import",
    description = "Turns a published set into a folder of labelled series.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "SOURCE",
    commandListHeading = "%nSources:%n",
    subcommands = ImportUcrCommand.class)
final class ImportCommand implements Callable<ExitCode> {
  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public ExitCode call() {
    throw new ParameterException(
        spec.commandLine(), "Missing source: " + String.join(", ", spec.subcommands().keySet()));
  }
}
