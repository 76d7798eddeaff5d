package io.tsad.dataset.command;

import io.tsad.dataset.generate.DatasetGenerator;
import io.tsad.dataset.generate.GeneratorConfig;
import io.tsad.dataset.generate.Profile;
import io.tsad.dataset.generate.SampleType;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.cli.Version;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tsad-data generate}. */
@Command(
    name = "generate",
    description = "Makes a dataset of series with known anomalies; the same seed, the same bytes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class GenerateCommand implements Callable<ExitCode> {
  @ParentCommand private TsadData parent;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to make; must not exist, or be empty.")
  private Path out;

  @Option(
      names = "--train",
      paramLabel = "N",
      defaultValue = "1531",
      description = "Series to train on. Default: ${DEFAULT-VALUE}.")
  private int train;

  @Option(
      names = "--val",
      paramLabel = "N",
      defaultValue = "525",
      description = "Series to validate on. Default: ${DEFAULT-VALUE}.")
  private int val;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "3653",
      description = "Samples of each series. Default: ${DEFAULT-VALUE}, ten years of days.")
  private int length;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Another seed, another dataset. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--anomaly-share",
      paramLabel = "P",
      defaultValue = "0.3",
      description = "Share of series that are anomalous. Default: ${DEFAULT-VALUE}.")
  private double anomalyShare;

  @Option(
      names = "--profile",
      paramLabel = "plain|varied",
      defaultValue = "plain",
      description = {
        "plain: one kind of process, long anomalies.",
        "varied: many kinds, short and weak anomalies. Default: ${DEFAULT-VALUE}."
      })
  private Profile profile;

  @Option(
      names = "--dtype",
      paramLabel = "float64|float32",
      defaultValue = "float64",
      description = "How samples are stored. Default: ${DEFAULT-VALUE}.")
  private SampleType sampleType;

  @Option(names = "--force", description = "Replace the data folder DIR if it exists.")
  private boolean force;

  @Override
  public ExitCode call() throws TsadException {
    GeneratorConfig config =
        new GeneratorConfig(train, val, length, seed, anomalyShare, profile, sampleType);
    CommandLine line = spec.commandLine();
    try (Progress progress =
        new Progress(line.getErr(), parent.terminal(), InstantSource.system())) {
      progress.start("Generating", (long) train + val);
      DatasetGenerator.generate(config, out, force, progress::step);
    }
    line.getOut().printf("%s\t%d train\t%d val\t%d samples each%n", out, train, val, length);
    return ExitCode.OK;
  }
}
