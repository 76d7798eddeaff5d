package io.tsad.runtime.command;

import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.detect.Flag;
import io.tsad.runtime.detect.Verdict;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tsad-infer}: verdicts for files, folders and standard input. */
@Command(
    name = "tsad-infer",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
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
  /** Large enough to keep the cores busy. */
  private static final int BATCH = 32;

  /** Small enough for any memory: a batch ends once it holds 32 MiB. */
  private static final int BATCH_SAMPLES = 1 << 22;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR|-",
      description = "A .npy series, a folder of them, or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = {
        "A model folder or .onnx file. Default: $TSAD_MODEL, then",
        "models/current, then the only folder in models/."
      })
  private @Nullable Path model;

  @Option(names = "--format", paramLabel = "text|json", description = "Default: text.")
  private ResultFormat format = ResultFormat.TEXT;

  @Option(names = "--device", paramLabel = "auto|cuda|cpu", description = "Default: auto.")
  private Device device = Device.AUTO;

  @Option(names = "--exit-code", description = "End with 10 when any verdict is anomaly.")
  private boolean exitCode;

  @Spec private @Nullable CommandSpec spec;

  private final InputStream in;
  private final ModelFinder models;
  private final Map<Flag, Integer> flagged = new EnumMap<>(Flag.class);
  private int unreadable;
  private int anomalies;

  TsadInfer(InputStream in, ModelFinder models) {
    this.in = in;
    this.models = models;
  }

  public static void main(String[] args) {
    ModelFinder models =
        ModelFinder.of(System.getenv("TSAD_MODEL"), System.getProperty("tsad.home"));
    CommandRunner.main(new TsadInfer(System.in, models), args);
  }

  @Override
  public ExitCode call() throws TsadException {
    Path path = model == null ? models.find() : model;
    try (Detector detector = Detector.open(path, device)) {
      if (device == Device.AUTO) {
        note("runs on %s: %s".formatted(detector.provider().name(), detector.provider().reason()));
      }
      score(detector, ModelFinder.nameOf(path));
    }
    sumUp();
    if (unreadable > 0) {
      return ExitCode.UNREADABLE_INPUT;
    }
    return exitCode && anomalies > 0 ? ExitCode.ANOMALY : ExitCode.OK;
  }

  private void score(Detector detector, String modelName) throws TsadException {
    List<Series> batch = new ArrayList<>(BATCH);
    long samples = 0;
    for (String input : inputs) {
      for (Source source : expand(input)) {
        try {
          Series series = new Series(source.name(), read(source));
          detector.check(series);
          batch.add(series);
          samples += series.values().length;
        } catch (InvalidSeriesException e) {
          report(e);
        }
        if (batch.size() == BATCH || samples >= BATCH_SAMPLES) {
          score(detector, modelName, batch);
          samples = 0;
        }
      }
    }
    score(detector, modelName, batch);
  }

  /**
   * Where a series comes from.
   *
   * @param path null for standard input; a name can hold less than a path, where the locale's
   *     encoding lacks a letter
   */
  private record Source(String name, @Nullable Path path) {}

  private List<Source> expand(String input) {
    try {
      if (input.equals("-")) {
        return List.of(new Source(input, null));
      }
      if (input.isEmpty()) {
        throw new InvalidSeriesException("\"\"", "is an empty name", "name a file or a folder");
      }
      Path path = Path.of(input);
      if (!Files.isDirectory(path)) {
        return List.of(new Source(input, path));
      }
      return SeriesFiles.under(path).stream()
          .map(file -> new Source(file.toString(), file))
          .toList();
    } catch (InvalidSeriesException e) {
      report(e);
    } catch (InvalidPathException e) {
      report(
          new InvalidSeriesException(
              input,
              "is a name the locale's encoding cannot hold",
              "set LC_ALL=C.UTF-8, or name its folder",
              e));
    }
    return List.of();
  }

  private double[] read(Source source) throws InvalidSeriesException {
    if (source.path() != null) {
      return NpyReader.read(source.path());
    }
    try {
      return NpyReader.read(in, source.name());
    } catch (IOException e) {
      throw new InvalidSeriesException(source.name(), "cannot be read (" + e + ")", "try again", e);
    }
  }

  private void score(Detector detector, String modelName, List<Series> batch) throws TsadException {
    List<Detection> detections = detector.detect(batch);
    PrintWriter out = commandSpec().commandLine().getOut();
    for (int i = 0; i < detections.size(); i++) {
      Detection detection = detections.get(i);
      out.println(
          format.line(
              batch.get(i).name(), detection, detector.card(), modelName, detector.provider()));
      anomalies += detection.verdict() == Verdict.ANOMALY ? 1 : 0;
      detection.flags().forEach(flag -> flagged.merge(flag, 1, Integer::sum));
    }
    batch.clear();
    if (out.checkError()) {
      throw OutputException.standardOutput();
    }
  }

  private void sumUp() {
    flagged.forEach(
        (flag, count) ->
            note(
                "%,d series %s"
                    .formatted(
                        count,
                        switch (flag) {
                          case CONSTANT -> "constant: all samples equal";
                          case CUT -> "cut: samples beyond the model's length were not looked at";
                          case PADDED -> "padded with the last value to the model's length";
                          case OUTSIDE_CONTRACT -> "outside-contract: unlike the training series";
                        })));
  }

  private void report(InvalidSeriesException fault) {
    unreadable++;
    note(fault.getMessage());
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
