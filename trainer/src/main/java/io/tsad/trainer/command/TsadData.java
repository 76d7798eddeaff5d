package io.tsad.trainer.command;

import io.tsad.runtime.command.CommandRunner;
import io.tsad.runtime.command.ExitCode;
import io.tsad.runtime.command.Version;
import java.io.PrintWriter;
import java.nio.charset.Charset;
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
    subcommands = GenerateCommand.class)
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

  @SuppressWarnings("SystemConsoleNull") // only asked where its answer means something
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    // Since JDK 22 there is a console whether or not anything is a terminal.
    boolean terminal = System.console() != null && Runtime.version().feature() < 22;
    System.exit(CommandRunner.run(new TsadData(terminal), out, err, args));
  }

  boolean terminal() {
    return terminal;
  }

  @Override
  public ExitCode call() {
    throw new ParameterException(spec.commandLine(), "Missing subcommand");
  }
}
