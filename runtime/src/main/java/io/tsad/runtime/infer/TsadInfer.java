package io.tsad.runtime.infer;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.CommandRunner;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.detect.Detector;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code tsad-infer}: verdicts for files, folders and standard input. */
public final class TsadInfer implements Callable<ExitCode> {
  private static final String NAME = "tsad-infer";

  private final Surroundings surroundings;
  private final CommandLine line;

  TsadInfer(Surroundings surroundings) {
    this.surroundings = surroundings;
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(NAME);
    InferOptions.declare(spec);
    spec.usageMessage()
        .sortOptions(false)
        .customSynopsis(
            "tsad-infer [OPTIONS] FILE|DIR|-...", "       tsad-infer --self-test | doctor")
        .description("Says of each series whether it is normal or an anomaly.")
        .footer(
            "",
            "Text output: path<TAB>verdict<TAB>probability of anomaly, in the order given.",
            "A faulty series is reported on stderr; the others are still scored.",
            "Exit codes: 0 scored, 1 internal error, 2 usage, 3 some series unreadable,",
            "4 model invalid, 5 device unavailable, 6 output failed, 10 see --exit-code");
    spec.addSubcommand("doctor", new DoctorCommand().commandLine());
    this.line = new CommandLine(spec);
  }

  public static void main(String[] args) {
    Detector.preload();
    Surroundings surroundings = Surroundings.ofProcess();
    InferOptions plain = PlainArguments.parse(args);
    if (plain != null) {
      CommandRunner.main(NAME, (out, err) -> new Inference(surroundings, out, err).run(plain));
    } else {
      CommandRunner.main(new TsadInfer(surroundings).commandLine(), args);
    }
  }

  /** Parses for this command. */
  CommandLine commandLine() {
    return line;
  }

  @Override
  public ExitCode call() throws TsadException, InterruptedException {
    InferOptions options = InferOptions.of(line.getParseResult());
    if (options.inputs().isEmpty() != options.selfTest()) {
      throw new ParameterException(
          line,
          options.selfTest() ? "--self-test takes no FILE" : "Missing FILE, DIR or - to score");
    }
    return new Inference(surroundings, line.getOut(), line.getErr()).run(options);
  }
}
