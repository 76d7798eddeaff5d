package io.tsad.trainer.command;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.command.CommandRunner;
import io.tsad.runtime.command.ExitCode;
import io.tsad.runtime.command.Version;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.dataset.InvalidDatasetException;
import io.tsad.trainer.evaluate.Evaluation;
import io.tsad.trainer.evaluate.EvaluationReport;
import io.tsad.trainer.evaluate.ThresholdChoice;
import io.tsad.trainer.fit.Noise;
import io.tsad.trainer.generate.AnomalyIndex;
import io.tsad.trainer.progress.Progress;
import io.tsad.trainer.torch.Torch;
import io.tsad.trainer.training.CalibrationMethod;
import io.tsad.trainer.training.FitDefaults;
import io.tsad.trainer.training.Plan;
import io.tsad.trainer.training.Precision;
import io.tsad.trainer.training.Recipe;
import io.tsad.trainer.training.Trained;
import io.tsad.trainer.training.Training;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
      description = {
        "auto, cnn, fcn, resnet, inceptiontime,",
        "litetime, multirocket-hydra. Default: auto."
      })
  private ArchitectureChoice chosen = ArchitectureChoice.AUTO;

  @Option(
      names = "--ensemble",
      hidden = true,
      paramLabel = "N",
      description = "Models that vote. Default: 5 of inceptiontime or litetime, else 1.")
  private @Nullable Integer ensemble;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Samples to use; the rest is cut. Default: 3653.")
  private int length = 3653;

  @Option(names = "--pad", description = "Pad shorter series with their last value.")
  private boolean pad;

  @Option(names = "--epochs", paramLabel = "N", description = "Default: 3 for cnn, else to 100.")
  private @Nullable Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Series a step: 10 for cnn, else 16.")
  private @Nullable Integer batch;

  @Option(names = "--lr", paramLabel = "RATE", description = "Adam's. Default: 0.001.")
  private double learningRate = 0.001;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description = "tsad or reference, which set these. Default: tsad.")
  private RecipeName recipe = RecipeName.TSAD;

  @Option(
      names = "--warmup",
      hidden = true,
      paramLabel = "STEPS",
      description = "Learning rate grows over these. 100 or 0.")
  private @Nullable Integer warmup;

  @Option(
      names = "--noise",
      hidden = true,
      paramLabel = "LOW:HIGH",
      converter = NoiseConverter.class,
      description = "Added in training: -0.025:0.025 or 0:0.333.")
  private @Nullable Noise noise;

  @Option(
      names = "--threshold",
      paramLabel = "METHOD",
      converter = ThresholdConverter.class,
      description = "accuracy, argmax, youden, f1, fpr=0.01, cost=FP:FN.")
  private @Nullable ThresholdChoice threshold;

  @Option(
      names = "--calibrate",
      hidden = true,
      paramLabel = "METHOD",
      description = "Probabilities: none, temperature or platt.")
  private @Nullable CalibrationMethod calibration;

  @Option(
      names = "--held-back",
      paramLabel = "SHARE",
      description = "Of train, for the threshold and --patience: 0.1 or 0.")
  private @Nullable Double heldBack;

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
      names = "--positive",
      paramLabel = "CLASS",
      description = "The class that means anomaly. Default: anomaly.")
  private @Nullable String positive;

  @Mixin private FitOptions fitOptions = new FitOptions();

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

  private enum RecipeName {
    TSAD,
    REFERENCE
  }

  @Override
  public ExitCode call() throws TsadException, InterruptedException {
    Plan plan = plan();
    PrintWriter err = commandSpec().commandLine().getErr();
    Torch.prepare(threads, line -> err.println("tsad-train: " + line));
    Map<String, String> kinds = AnomalyIndex.read(plan.data()).kinds();
    try (Progress progress = new Progress(err, terminal);
        FaultLines faults = new FaultLines("tsad-train: ", progress::line)) {
      ignored(plan.architecture()).ifPresent(progress::line);
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
        architecture.isBackPropagated()
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

  private Plan plan() throws InvalidDatasetException {
    Path folder = required(data, "--data");
    Path model = required(out, "--out");
    Architecture architecture = architecture(folder);
    require(
        length >= architecture.minLength(),
        "--length must be at least " + architecture.minLength());
    int voters = ensemble == null ? architecture.ensemble() : ensemble;
    require(voters >= 1, "--ensemble must be at least 1");
    require(
        precision == Precision.FP32 || architecture.network(length).isPresent(),
        "--precision fp16 is for networks; "
            + architecture
            + " computes with whole numbers that float16 cannot hold: pass --arch cnn or another");
    require(epochs == null || epochs >= 1, "--epochs must be at least 1");
    require(batch == null || batch >= 1, "--batch must be at least 1");
    require(threads >= 1, "--threads must be at least 1");
    require(learningRate > 0 && learningRate < 1, "--lr must be between 0 and 1");
    Recipe base = recipe == RecipeName.TSAD ? Recipe.tsad(architecture) : Recipe.reference();
    ThresholdChoice choice = threshold == null ? base.threshold() : threshold;
    Duration budget = fitOptions.endurance().budget();
    require(budget == null || !budget.isZero(), "--budget must be at least 1s");
    FitDefaults defaults = FitDefaults.of(architecture, base);
    if (budget != null && recipe == RecipeName.TSAD) {
      defaults = defaults.withinTime();
    }
    int patience = fitOptions.patience(defaults);
    require(patience >= 0, "--patience must not be negative");
    boolean choosing = choice.needsHeldBack() || patience > 0;
    double held = heldBack == null ? base.heldBack() : heldBack;
    if (heldBack == null && (threshold != null || patience > 0)) {
      held = choosing ? Recipe.tsad().heldBack() : 0;
    }
    require(held >= 0 && held <= 0.5, "--held-back must be from 0 to 0.5");
    require(
        held > 0 || !choice.needsHeldBack(),
        "--held-back must be above 0 for any --threshold but argmax or a number");
    require(held > 0 || patience == 0, "--held-back must be above 0 for --patience to go by");
    Recipe mended =
        new Recipe(
            base.name(),
            warmup == null ? base.warmup() : warmup,
            noise == null ? base.noise() : noise,
            held,
            choice);
    require(mended.warmup() >= 0, "--warmup must not be negative");
    return new Plan(
        folder,
        model,
        force,
        positive,
        architecture,
        voters,
        new LengthRule(length, pad),
        mended,
        calibration,
        fitOptions.config(
            defaults, epochs, batch, learningRate, mended.warmup(), mended.noise(), seed),
        device,
        precision,
        fitOptions.endurance());
  }

  /** The reference recipe is that of one network. */
  private Architecture architecture(Path folder) throws InvalidDatasetException {
    return chosen.isAuto() && recipe == RecipeName.REFERENCE
        ? Architecture.CNN
        : chosen.of(folder, length);
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
    if (!holds) {
      throw new ParameterException(commandSpec().commandLine(), message);
    }
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("Run it through CommandRunner");
    }
    return spec;
  }

  private static final class ThresholdConverter implements ITypeConverter<ThresholdChoice> {
    @Override
    public ThresholdChoice convert(String text) {
      return ThresholdChoice.named(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + text
                          + "' is not argmax, accuracy, youden, f1, fpr=RATE, cost=FP:FN or a"
                          + " number between 0 and 1"));
    }
  }

  private static final class NoiseConverter implements ITypeConverter<Noise> {
    @Override
    public Noise convert(String text) {
      String[] ends = text.split(":", -1);
      try {
        if (ends.length == 2) {
          return new Noise(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
        }
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "' is not LOW:HIGH with LOW <= HIGH");
      }
      throw new TypeConversionException("'" + text + "' is not LOW:HIGH, such as -0.025:0.025");
    }
  }
}
