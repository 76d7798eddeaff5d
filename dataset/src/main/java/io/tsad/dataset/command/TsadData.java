package io.tsad.dataset.command;

import io.tsad.runtime.cli.CommandRunner;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of {@code tsad-data}. */
@Command(
    name = "tsad-data",
    description = "Makes, imports and inspects folders of labelled series.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {GenerateCommand.class, ImportCommand.class, InspectCommand.class})
public final class TsadData implements Callable<ExitCode> {
  private final boolean terminal;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /**
   * @param terminal whether a person watches standard error, so that a progress bar is of use
   */
  public TsadData(boolean terminal) {
    this.terminal = terminal;
  }

  public static void main(String[] args) {
    CommandRunner.main(new TsadData(Boolean.getBoolean("tsad.terminal")), args);
  }

  boolean terminal() {
    return terminal;
  }

  @Override
  public ExitCode call() {
    throw new ParameterException(spec.commandLine(), "Missing subcommand");
  }
}
