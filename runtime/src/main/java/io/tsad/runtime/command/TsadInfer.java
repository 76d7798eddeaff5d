package io.tsad.runtime.command;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.DetectorConfig;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.detect.GoldenResult;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.detect.Workload;
import io.tsad.runtime.pipeline.Pipeline;
import io.tsad.runtime.series.Column;
import io.tsad.runtime.series.SeriesReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tsad-infer}: verdicts for files, folders and standard input. */
@Command(
    name = "tsad-infer",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = DoctorCommand.class,
    customSynopsis = {
      "tsad-infer [OPTIONS] FILE|DIR|-...",
      "       tsad-infer --self-test | doctor"
    },
    description = "Says of each series whether it is normal or an anomaly.",
    footer = {
      "",
      "Text output: path<TAB>verdict<TAB>probability of anomaly, in the order given.",
      "A faulty series is reported on stderr; the others are still scored.",
      "",
      "Exit codes: 0 scored, 1 internal error, 2 usage, 3 some series unreadable,",
      "4 model invalid, 5 device unavailable, 6 output failed, 10 see --exit-code"
    })
public final class TsadInfer implements Callable<ExitCode> {
  /** Up to so many sources, opening the model quickly wins more than scoring quickly. */
  private static final int FEW = 64;

  /** Measured: more fill the caches of a core, fewer read the weights too often. */
  private static final int BATCH = 32;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR|-",
      description = {
        "Series as .npy, .npz, .csv or .tsv; folders of them;",
        "- for standard input."
      })
  private List<String> inputs = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = {
        "A model folder or .onnx file. Default: $TSAD_MODEL, then",
        "models/current, then the only folder in models/."
      })
  private @Nullable Path model;

  private enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json or csv. Default: text.")
  private Format format = Format.TEXT;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cuda or cpu. Default: auto.")
  private Device device = Device.AUTO;

  @Option(
      names = "--column",
      paramLabel = "NAME|N",
      converter = ColumnConverter.class,
      description = "Of CSV or TSV: its header, or its number from 1.")
  private Column column = Column.only();

  @Option(names = "--threads", paramLabel = "N", description = "Default: one a core.")
  private int threads;

  @Option(names = "--exit-code", description = "End with 10 when any verdict is anomaly.")
  private boolean exitCode;

  @Option(names = "--strict", description = "Refuse series unlike the model's training series.")
  private boolean strict;

  @Option(names = "--self-test", description = "Score the model's golden series and compare.")
  private boolean selfTest;

  @Spec private @Nullable CommandSpec spec;

  private final Surroundings surroundings;

  TsadInfer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  public static void main(String[] args) {
    CommandRunner.main(new TsadInfer(Surroundings.ofProcess()), args);
  }

  @Override
  public ExitCode call() throws TsadException, InterruptedException {
    if (inputs.isEmpty() != selfTest) {
      throw new ParameterException(
          commandSpec().commandLine(),
          selfTest ? "--self-test takes no FILE" : "Missing FILE, DIR or - to score");
    }
    Path path = model == null ? surroundings.models().find() : model;
    return selfTest ? test(path) : score(path);
  }

  private ExitCode test(Path path) throws TsadException {
    try (Detector detector = open(path, Workload.FEW)) {
      SelfTest test = SelfTest.of(detector);
      for (GoldenResult result : test.results()) {
        out().println(result.name() + "\t" + result.inWords());
      }
      note("self-test on %s: %s".formatted(detector.provider().name(), test.inWords()));
      return test.outcome() == SelfTest.Outcome.PASSED ? ExitCode.OK : ExitCode.INVALID_MODEL;
    }
  }

  private ExitCode score(Path path) throws TsadException, InterruptedException {
    Sources sources = sources();
    boolean few = !sources.moreThan(FEW);
    try (Interruption interruption = Interruption.watch();
        Detector detector = open(path, few ? Workload.FEW : Workload.MANY)) {
      Results results =
          new Results(format(detector, path), out(), this::note, few ? null : progress());
      new Pipeline(detector, few ? 1 : cores(), BATCH, strict).run(sources, results, interruption);
      results.pause();
      results.sumUp(interruption.getAsBoolean());
      if (results.anyRefused()) {
        return ExitCode.UNREADABLE_INPUT;
      }
      return exitCode && results.anyAnomaly() ? ExitCode.ANOMALY : ExitCode.OK;
    }
  }

  private Detector open(Path path, Workload workload) throws TsadException {
    // Workers score side by side, each on one thread.
    Detector detector =
        Detector.open(path, new DetectorConfig(device, workload, 1, surroundings.cache()));
    if (device == Device.AUTO) {
      note("runs on %s: %s".formatted(detector.provider().name(), detector.provider().reason()));
    }
    return detector;
  }

  private Sources sources() {
    return new Sources(inputs, new SeriesReader(column), surroundings.in());
  }

  private int cores() {
    return threads == 0 ? surroundings.cores() : threads;
  }

  /** A line to watch, for which everything is counted first; or null where nobody watches. */
  private @Nullable ProgressLine progress() {
    if (!surroundings.progress()) {
      return null;
    }
    long total = 0;
    for (Sources all = sources(); all.hasNext(); all.next()) {
      total++;
    }
    return new ProgressLine(commandSpec().commandLine().getErr(), surroundings.clock(), total);
  }

  private ResultFormat format(Detector detector, Path path) {
    if (format == Format.TEXT) {
      return new ResultFormat.Text();
    }
    ResultFormat.Origin origin =
        new ResultFormat.Origin(
            detector.card().threshold().value(),
            ModelFinder.nameOf(path),
            detector.version(),
            detector.provider().name());
    return format == Format.JSON ? new ResultFormat.Json(origin) : new ResultFormat.Csv(origin);
  }

  private PrintWriter out() {
    return commandSpec().commandLine().getOut();
  }

  private void note(String message) {
    commandSpec().commandLine().getErr().println("tsad-infer: " + message);
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("Run it through CommandRunner");
    }
    return spec;
  }
}
