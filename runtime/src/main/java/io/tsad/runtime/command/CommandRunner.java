package io.tsad.runtime.command;

import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * Runs a picocli command the way all tsad commands run: results on {@code out}, everything else on
 * {@code err}; a {@link TsadException} is one line and an {@link ExitCode}, only a fault of tsad's
 * own shows a stack trace.
 *
 * <p>The command must implement {@code Callable<ExitCode>}, and so must its subcommands.
 */
public final class CommandRunner {
  private CommandRunner() {}

  /** Runs {@code command} on the process's own streams, as UTF-8, and exits. */
  public static void main(Callable<ExitCode> command, String... args) {
    main(new CommandLine(command), args);
  }

  static void main(CommandLine line, String... args) {
    // Numbers in files and results look the same wherever the user is from.
    Locale.setDefault(Locale.ROOT);
    // System.out would hide that the disk is full or the reader of the pipe gone.
    PrintWriter out = new PrintWriter(writer(FileDescriptor.out));
    System.exit(run(line, out, new PrintWriter(writer(FileDescriptor.err), true), args));
  }

  private static Writer writer(FileDescriptor to) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8));
  }

  /** Runs {@code command} and returns the process's exit code; never exits the process itself. */
  public static int run(
      Callable<ExitCode> command, PrintWriter out, PrintWriter err, String... args) {
    return run(new CommandLine(command), out, err, args);
  }

  static int run(CommandLine line, PrintWriter out, PrintWriter err, String... args) {
    line.setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(false)
        .setExpandAtFiles(false) // a series may be called @a.npy
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(CommandRunner::execute)
        .setParameterExceptionHandler(CommandRunner::usage)
        .setExecutionExceptionHandler(CommandRunner::failure);
    int code = line.execute(args);
    if (out.checkError() && code != ExitCode.OUTPUT_FAILED.code()) {
      return failure(OutputException.standardOutput(), line);
    }
    err.flush();
    return code;
  }

  private static int execute(CommandLine.ParseResult parsed) {
    new CommandLine.RunLast().execute(parsed);
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    Object result = last.commandSpec().commandLine().getExecutionResult();
    return result instanceof ExitCode exit ? exit.code() : ExitCode.OK.code();
  }

  private static int usage(CommandLine.ParameterException fault, String[] args) {
    CommandLine line = fault.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    line.getErr().println(name + ": " + fault.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, line.getErr());
    line.getErr().println("Try '" + name + " --help'.");
    return ExitCode.USAGE.code();
  }

  private static int failure(Exception fault, CommandLine line, CommandLine.ParseResult parsed) {
    return failure(fault, line);
  }

  private static int failure(Exception fault, CommandLine line) {
    String name = line.getCommandSpec().qualifiedName();
    if (fault instanceof TsadException known) {
      line.getErr().println(name + ": " + known.getMessage());
      return ExitCode.of(known.kind()).code();
    }
    line.getErr().println(name + ": internal error, please report it with the lines below");
    fault.printStackTrace(line.getErr());
    return ExitCode.INTERNAL.code();
  }
}
