package io.tsad.trainer.command;

import io.tsad.dataset.folder.InvalidDatasetException;
import io.tsad.dataset.folder.SkippedLines;
import io.tsad.dataset.importers.ucr.UcrSet;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.cli.Version;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.benchmark.Benchmark;
import io.tsad.trainer.benchmark.Published;
import io.tsad.trainer.benchmark.Results;
import io.tsad.trainer.benchmark.Table;
import io.tsad.trainer.kernel.Pruning;
import io.tsad.trainer.torch.Torch;
import io.tsad.trainer.training.Plan;
import io.tsad.trainer.training.Trained;
import io.tsad.trainer.training.Training;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tsad-train benchmark}. */
@Command(
    name = "benchmark",
    hidden = true, // the help of tsad-train fits a screen, and names it at its end
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Trains architectures on sets of the UCR/UEA time series classification archive and prints"
            + " accuracies beside published ones. What was done before is not done again.")
final class BenchmarkCommand implements Callable<ExitCode> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "For results.csv, table.md and the models.")
  private Path out = Path.of("");

  @Option(
      names = "--arch",
      split = ",",
      paramLabel = "NAME",
      converter = ArchitectureConverter.class,
      description = "One or more, with commas. Default: multirocket-hydra.")
  private List<Architecture> architectures = List.of(Architecture.MULTIROCKET_HYDRA);

  @Option(
      names = "--seed",
      split = ",",
      paramLabel = "N",
      description = "One or more, with commas. Default: 0.")
  private List<Long> seeds = List.of(0L);

  @Option(
      names = "--published",
      paramLabel = "FILE.csv",
      description = "Accuracies: a column 'dataset', and one for each method.")
  private @Nullable Path published;

  @Option(
      names = "--beside",
      split = ",",
      paramLabel = "METHOD",
      description = "Which of them. Default: InceptionTime,MR-Hydra.")
  private List<String> beside = List.of("InceptionTime", "MR-Hydra");

  @Option(names = "--device", paramLabel = "NAME", description = "auto, cuda or cpu.")
  private Device device = Device.AUTO;

  @Option(names = "--threads", paramLabel = "N", description = "On the CPU. Default: all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--prune", hidden = true, paramLabel = "NAME", description = "As tsad-train's.")
  private Pruning pruning = Pruning.AUTO;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folder of a set, with its TRAIN and TEST file, or of such folders.")
  private List<Path> folders = List.of();

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @ParentCommand
  private TsadTrain train;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public ExitCode call() throws TsadException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Torch.prepare(threads, line -> err.println("tsad-train: " + line));
    Published others = published == null ? Published.NONE : Published.read(published, beside);
    List<UcrSet> sets = sets(err);
    try {
      Files.createDirectories(out);
      Results results = Results.open(out.resolve("results.csv"));
      try (Progress progress = new Progress(err, train.terminal(), InstantSource.system())) {
        Benchmark benchmark =
            new Benchmark(architectures, seeds, out, this::train, results, progress::line);
        progress.start("Sets", sets.size());
        for (UcrSet set : sets) {
          benchmark.run(set);
          progress.step(1);
        }
      }
      String table = new Table(results.all(), others).text();
      Files.writeString(out.resolve("table.md"), table);
      spec.commandLine().getOut().print(table);
    } catch (IOException e) {
      throw OutputException.cannotWrite(out, e);
    }
    return ExitCode.OK;
  }

  private Trained train(Architecture architecture, long seed, int length, Path data, Path folder)
      throws TsadException, InterruptedException {
    Plan plan =
        Plan.usual(data, folder, architecture, new LengthRule(length, true), seed, device, pruning);
    try (Progress silent =
        new Progress(new PrintWriter(Writer.nullWriter()), false, InstantSource.system())) {
      return new Training(plan, silent, fault -> {}, InstantSource.system()).run();
    }
  }

  private List<UcrSet> sets(PrintWriter err) throws InvalidDatasetException {
    List<UcrSet> sets = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> inner = foldersIn(folder);
      for (Path one : inner.isEmpty() ? List.of(folder) : inner) {
        sets.add(
            UcrSet.find(List.of(one), file -> err.println("tsad-train: " + SkippedLines.of(file))));
      }
    }
    return sets;
  }

  private static List<Path> foldersIn(Path folder) throws InvalidDatasetException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw InvalidDatasetException.cannotList(folder, e);
    }
  }
}
