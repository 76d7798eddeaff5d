package io.tsad.runtime.cli;

import io.tsad.runtime.OneLine;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToIntBiFunction;
import picocli.CommandLine;

/**
 * Runs a picocli command the way all tsad commands run: results on {@code out}, everything else on
 * {@code err}; a {@link TsadException} is one line and an {@link ExitCode}, only a fault of tsad's
 * own shows a stack trace.
 *
 * <p>The command must implement {@code Callable<ExitCode>}, and so must its subcommands.
 */
public final class CommandRunner {
  /** What a command does. */
  public interface Task {
    /**
     * Does it.
     *
     * @param out takes results
     * @param err takes everything else
     */
    ExitCode run(PrintWriter out, PrintWriter err) throws Exception;
  }

  private CommandRunner() {}

  /** Runs {@code command} on the process's own streams, as UTF-8, and exits. */
  public static void main(Callable<ExitCode> command, String... args) {
    main(new CommandLine(command), args);
  }

  /**
   * Runs a command whose options were declared in code, as {@link #main(Callable, String...)} does.
   */
  public static void main(CommandLine line, String... args) {
    main((out, err) -> run(line, out, err, args));
  }

  /**
   * Runs {@code task}, whose arguments are read already, on the process's own streams, and exits.
   */
  public static void main(String name, Task task) {
    main((out, err) -> run(name, task, out, err));
  }

  private static void main(ToIntBiFunction<PrintWriter, PrintWriter> run) {
    // Numbers in files and results look the same wherever the user is from.
    Locale.setDefault(Locale.ROOT);
    // System.out would hide that the disk is full or the reader of the pipe gone.
    PrintWriter out = new PrintWriter(writer(FileDescriptor.out));
    System.exit(run.applyAsInt(out, new PrintWriter(writer(FileDescriptor.err), true)));
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

  /** Runs it as {@link #run(Callable, PrintWriter, PrintWriter, String...)} does. */
  public static int run(CommandLine line, PrintWriter out, PrintWriter err, String... args) {
    parse(line, out, err)
        .setExecutionStrategy(CommandRunner::execute)
        .setParameterExceptionHandler(CommandRunner::usage)
        .setExecutionExceptionHandler(CommandRunner::failure);
    int code = line.execute(args);
    return finish(code, line.getCommandSpec().name(), out, err);
  }

  /** Sets how all tsad commands are read. */
  public static CommandLine parse(CommandLine line, PrintWriter out, PrintWriter err) {
    NumberConverters.register(line);
    line.registerConverter(Path.class, new PathConverter());
    return line.setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(false)
        .setExpandAtFiles(false) // a series may be called @a.npy
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  public static int run(String name, Task task, PrintWriter out, PrintWriter err) {
    int code;
    try {
      code = task.run(out, err).code();
    } catch (Exception e) {
      code = failure(e, name, err);
    }
    return finish(code, name, out, err);
  }

  private static int finish(int code, String name, PrintWriter out, PrintWriter err) {
    if (out.checkError() && code != ExitCode.OUTPUT_FAILED.code()) {
      return failure(OutputException.standardOutput(), name, err);
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
    line.getErr().println(name + ": " + OneLine.of(String.valueOf(fault.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, line.getErr());
    line.getErr().println("Try '" + name + " --help'.");
    return ExitCode.USAGE.code();
  }

  private static int failure(Exception fault, CommandLine line, CommandLine.ParseResult parsed) {
    return failure(fault, line.getCommandSpec().qualifiedName(), line.getErr());
  }

  private static int failure(Exception fault, String name, PrintWriter err) {
    if (fault instanceof TsadException known) {
      err.println(name + ": " + known.getMessage());
      return ExitCode.of(known.kind()).code();
    }
    if (fault instanceof InvalidPathException path) {
      err.println(
          "%s: %s: is a name the locale's encoding cannot hold; %s"
              .formatted(name, OneLine.of(path.getInput()), PathConverter.REMEDY));
      return ExitCode.USAGE.code();
    }
    err.println(name + ": internal error, please report it with the lines below");
    fault.printStackTrace(err);
    return ExitCode.INTERNAL.code();
  }
}
