package io.tsad.dataset.command;

import io.tsad.dataset.folder.DatasetWriter;
import io.tsad.dataset.folder.SkippedLines;
import io.tsad.dataset.importers.ucr.LabelCount;
import io.tsad.dataset.importers.ucr.UcrImport;
import io.tsad.dataset.importers.ucr.UcrLabels;
import io.tsad.dataset.importers.ucr.UcrSet;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Version;
import io.tsad.runtime.series.DatasetLayout;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tsad-data import ucr}. */
@Command(
    name = "ucr",
    description =
        "Imports a set of the UCR/UEA time series classification archive. TRAIN goes to train/, TEST"
            + " to val/.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportUcrCommand implements Callable<ExitCode> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "<Set>_TRAIN and <Set>_TEST files (.tsv or .ts, plain or .gz), or the folder that holds"
              + " them.")
  private List<Path> inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to make; must not exist, or be empty.")
  private Path out;

  @Option(
      names = "--anomaly",
      paramLabel = "LABEL",
      description =
          "The class label that is the anomaly, such as -1; every other label is normal. Without"
              + " it, the labels are listed.")
  private @Nullable String anomaly;

  @Option(names = "--force", description = "Replace the data folder DIR if it exists.")
  private boolean force;

  @Override
  public ExitCode call() throws TsadException {
    UcrSet set =
        UcrSet.find(
            inputs,
            file ->
                spec.commandLine()
                    .getErr()
                    .println("tsad-data import ucr: " + SkippedLines.of(file)));
    UcrLabels labels;
    try (DatasetWriter dataset = DatasetWriter.open(out, force)) {
      labels = UcrLabels.read(set, anomaly);
      new UcrImport(set, labels).write(dataset);
      dataset.commit();
    }
    if (labels.counts().size() > 2) {
      spec.commandLine().getErr().println("note: counted as normal: " + others(labels));
    }
    PrintWriter results = spec.commandLine().getOut();
    results.println(split(DatasetLayout.TRAIN, labels, LabelCount::train));
    results.println(split(DatasetLayout.VAL, labels, LabelCount::val));
    return ExitCode.OK;
  }

  private String split(String name, UcrLabels labels, ToIntFunction<LabelCount> rows) {
    int all = labels.counts().stream().mapToInt(rows).sum();
    int anomalies =
        labels.counts().stream()
            .filter(count -> count.label().equals(labels.anomaly()))
            .mapToInt(rows)
            .sum();
    return "%s\t%d anomaly\t%d normal".formatted(out.resolve(name), anomalies, all - anomalies);
  }

  private static String others(UcrLabels labels) {
    return labels.counts().stream()
        .filter(count -> !count.label().equals(labels.anomaly()))
        .map(LabelCount::toString)
        .collect(Collectors.joining(", "));
  }
}
