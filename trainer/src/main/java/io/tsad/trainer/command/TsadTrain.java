package io.tsad.trainer.command;

import io.tsad.dataset.folder.AnomalyIndex;
import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.dataset.folder.LengthChoice;
import io.tsad.dataset.folder.SkippedLines;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.CommandRunner;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Interruption;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.backpropagation.FitConfig;
import io.tsad.trainer.kernel.Pruning;
import io.tsad.trainer.report.EvaluationReport;
import io.tsad.trainer.torch.Torch;
import io.tsad.trainer.training.CalibrationMethod;
import io.tsad.trainer.training.Plan;
import io.tsad.trainer.training.Precision;
import io.tsad.trainer.training.Recipe;
import io.tsad.trainer.training.Trained;
import io.tsad.trainer.training.Training;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code tsad-train}: from a data folder to a model folder. */
@Command(
    name = "tsad-train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "tsad-train --data=DIR --out=models/NAME [OPTIONS]",
    description = "Trains a model on labelled series and exports it as ONNX.",
    subcommands = {BenchmarkCommand.class, TrainingDoctorCommand.class},
    footer = "Also: tsad-train doctor, benchmark. More options, as --noise: docs/training.md")
public final class TsadTrain implements Callable<ExitCode> {
  /** More would not start, and end the process without a word. */
  private static final int MOST_THREADS = 1024;

  private static final List<String> NETWORKS_ONLY =
      List.of("--epochs", "--batch", "--lr", "--warmup", "--noise", "--held-back");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Series in train/CLASS/*.npy and val/CLASS/*.npy.")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "models/NAME",
      description = "Model folder to make; appears whole or not at all.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace the model folder if it exists.")
  private boolean force;

  @Option(
      names = "--arch",
      paramLabel = "NAME",
      converter = ArchitectureChoiceConverter.class,
      completionCandidates = ArchitectureChoiceConverter.Names.class,
      description = "${COMPLETION-CANDIDATES}. Default: auto.")
  private ArchitectureChoice chosen = ArchitectureChoice.AUTO;

  @Option(
      names = "--ensemble",
      hidden = true,
      paramLabel = "N",
      description = "Models that vote. Default: 5 of inceptiontime or litetime, else 1.")
  private @Nullable Integer ensemble;

  @Mixin private LengthOptions lengths = new LengthOptions();

  @Option(names = "--strict", description = "No model where there is anything to warn of.")
  private boolean strict;

  @Mixin private FitOptions fitOptions = new FitOptions();

  @Mixin private RecipeOptions recipe = new RecipeOptions();

  @Option(
      names = "--calibrate",
      hidden = true,
      paramLabel = "METHOD",
      description = "Probabilities: none, temperature or platt.")
  private @Nullable CalibrationMethod calibration;

  @Option(names = "--seed", paramLabel = "N", description = "Of everything random. Default: 0.")
  private long seed;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "auto, cuda or cpu. Default: auto.")
  private Device device = Device.AUTO;

  @Option(names = "--threads", paramLabel = "N", description = "On the CPU. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--precision",
      hidden = true,
      paramLabel = "NAME",
      description = "fp32; fp16 also writes model.fp16.onnx. Default: fp32.")
  private Precision precision = Precision.FP32;

  @Option(
      names = "--prune",
      hidden = true,
      paramLabel = "NAME",
      description = "Features that decide nothing: auto leaves them out, none keeps them.")
  private Pruning pruning = Pruning.AUTO;

  @Option(
      names = "--positive",
      paramLabel = "CLASS",
      description = "The class that means anomaly. Default: anomaly.")
  private @Nullable String positive;

  @Spec private @Nullable CommandSpec spec;

  private final boolean terminal;
  private final InstantSource clock;

  /**
   * @param terminal whether the error stream is one, and so may show a progress bar
   */
  TsadTrain(boolean terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  public static void main(String[] args) {
    CommandRunner.main(
        new TsadTrain(Boolean.getBoolean("tsad.terminal"), InstantSource.system()), args);
  }

  @Override
  public ExitCode call() throws TsadException, InterruptedException {
    // A process that ends while PyTorch computes crashes, and what was half written stays.
    try (Interruption end = Interruption.watch(Thread.currentThread()::interrupt)) {
      try {
        return train(end);
      } catch (TsadException | InterruptedException | RuntimeException e) {
        if (!end.getAsBoolean()) {
          throw e;
        }
        commandSpec().commandLine().getErr().println("tsad-train: interrupted, no model was made");
        return ExitCode.INTERNAL; // which nobody sees: the process ends with its signal
      }
    }
  }

  private ExitCode train(Interruption end) throws TsadException, InterruptedException {
    Path folder = required(data, "--data");
    Path model = required(out, "--out");
    Architecture named = chosen.named();
    if (named != null) {
      requireOptions(named); // before a look at the data, which may be many
    }
    LengthChoice length = lengths.choose(folder, recipe.isReference());
    Plan plan = plan(folder, model, length);
    PrintWriter err = commandSpec().commandLine().getErr();
    Torch.prepare(threads, line -> err.println("tsad-train: " + line));
    Map<String, String> kinds = AnomalyIndex.read(plan.data()).kinds();
    try (Progress progress = new Progress(err, terminal, InstantSource.system());
        FaultLines faults =
            new FaultLines(
                "tsad-train: ",
                line -> {
                  if (!end.getAsBoolean()) { // else reading was interrupted, no fault of the file
                    progress.line(line);
                  }
                })) {
      ignored(plan.architecture()).ifPresent(progress::line);
      SkippedLines.of(DatasetFiles.list(folder))
          .forEach(line -> progress.line("tsad-train: " + line));
      length.reason().ifPresent(progress::line);
      Trained trained = new Training(plan, progress, faults, clock).run();
      Evaluation evaluation = trained.evaluation();
      PrintWriter stdout = commandSpec().commandLine().getOut();
      stdout.print(EvaluationReport.summary(evaluation, trained.baselines()));
      stdout.print(EvaluationReport.missedByKind(evaluation, kinds));
      stdout.println("Model: " + plan.out());
    }
    return ExitCode.OK;
  }

  /** Says which options were given in vain. */
  private Optional<String> ignored(Architecture architecture) {
    ParseResult given = commandSpec().commandLine().getParseResult();
    List<String> vain =
        architecture.family().isBackPropagated()
            ? List.of()
            : NETWORKS_ONLY.stream().filter(given::hasMatchedOption).toList();
    return vain.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s is not fitted in steps: no use for %s"
                .formatted(architecture, String.join(", ", vain)));
  }

  boolean terminal() {
    return terminal;
  }

  private Plan plan(Path folder, Path model, LengthChoice length) throws InvalidDatasetException {
    Architecture architecture = architecture(folder, length.rule().samples());
    lengths.require(folder, length, architecture);
    requireOptions(architecture);
    FitConfig defaults = fitOptions.defaults(architecture, recipe.base(architecture));
    Recipe mended = recipe.of(architecture, fitOptions.patience(defaults));
    return new Plan(
        folder,
        model,
        force,
        positive,
        architecture,
        voters(architecture),
        length.rule(),
        mended,
        calibration,
        fitOptions.config(defaults, mended, seed),
        device,
        precision,
        strict,
        fitOptions.runOptions(),
        pruning);
  }

  /** Refuses options that no data could make right. */
  private void requireOptions(Architecture architecture) {
    require(voters(architecture) >= 1, "--ensemble must be at least 1");
    require(
        precision == Precision.FP32 || architecture.family().fitsHalf(),
        "--precision fp16 is for networks; "
            + architecture
            + " computes with whole numbers that float16 cannot hold: pass --arch cnn or another");
    require(threads >= 1, "--threads must be at least 1");
    require(threads <= MOST_THREADS, "--threads must be at most " + MOST_THREADS);
    FitConfig defaults = fitOptions.defaults(architecture, recipe.base(architecture));
    fitOptions.config(defaults, recipe.of(architecture, fitOptions.patience(defaults)), seed);
  }

  private int voters(Architecture architecture) {
    return ensemble == null ? architecture.ensemble() : ensemble;
  }

  /** The reference recipe is that of one network. */
  private Architecture architecture(Path folder, int length) throws InvalidDatasetException {
    return chosen.isAuto() && recipe.isReference() ? Architecture.CNN : chosen.of(folder, length);
  }

  /** Not left to picocli, which would ask for them before a subcommand, too. */
  private Path required(@Nullable Path path, String option) {
    if (path == null) {
      OptionSpec spec = commandSpec().findOption(option);
      throw new MissingParameterException(
          commandSpec().commandLine(),
          spec,
          "Missing required option: '%s=%s'".formatted(option, spec.paramLabel()));
    }
    return path;
  }

  private void require(boolean holds, String message) {
    Usage.require(commandSpec(), holds, message);
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("Run it through CommandRunner");
    }
    return spec;
  }
}
