package io.tsad.runtime.infer;

import io.tsad.runtime.FileName;
import io.tsad.runtime.OneLine;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.ExitCode;
import io.tsad.runtime.cli.Interruption;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.GoldenResult;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.Output;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.detect.session.Workload;
import io.tsad.runtime.pipeline.BatchTrial;
import io.tsad.runtime.pipeline.Pipeline;
import io.tsad.runtime.pipeline.Source;
import io.tsad.runtime.series.SeriesFiles;
import io.tsad.runtime.series.SeriesReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tsad-infer} does once it knows what is asked for.
 *
 * @param out takes results
 * @param err takes everything else
 */
record Inference(Surroundings surroundings, PrintWriter out, PrintWriter err) {
  /** Up to so many sources, opening the model quickly wins more than scoring quickly. */
  private static final int FEW = 64;

  private static final int SMALL_BATCH = 16;

  private static final int MOST_A_BATCH = 1 << 20;

  /** What a worker may need, as Java's largest heap: by default a quarter of the memory. */
  private static final long HEAP_A_WORKER = 128 << 20;

  ExitCode run(InferOptions options) throws TsadException, InterruptedException {
    Path path = options.model() == null ? surroundings.models().find() : options.model();
    return options.selfTest() ? test(path, options.device()) : score(path, options);
  }

  private ExitCode test(Path path, Device device) throws TsadException {
    try (Detector detector = open(path, device, Workload.FEW, false, 0)) {
      SelfTest test = SelfTest.of(detector);
      for (GoldenResult result : test.results()) {
        out.println(result.name() + "\t" + result.inWords());
      }
      note("self-test on %s: %s".formatted(detector.provider().name(), test.inWords()));
      return test.outcome() == SelfTest.Outcome.PASSED ? ExitCode.OK : ExitCode.INVALID_MODEL;
    }
  }

  private ExitCode score(Path path, InferOptions options)
      throws TsadException, InterruptedException {
    Sources sources = sources(options, this::skipped);
    boolean few = !sources.seemMoreThan(FEW);
    ReadAhead ahead = ReadAhead.begin(sources);
    try (Interruption interruption = Interruption.watch();
        Detector detector =
            open(
                path,
                options.device(),
                few ? Workload.FEW : Workload.MANY,
                options.explain(),
                options.gpuMemory())) {
      Results results =
          new Results(
              format(options, detector, path), out, this::note, few ? null : progress(options));
      Iterator<Source> all = ahead.end();
      int workers = few ? 1 : workers(options);
      int batch = batch(detector, options, workers, few);
      new Pipeline(detector, workers, batch, options.strict()).run(all, results, interruption);
      results.pause();
      results.sumUp(interruption.getAsBoolean());
      if (results.anyRefused()) {
        return ExitCode.UNREADABLE_INPUT;
      }
      return options.exitCode() && results.anyAnomaly() ? ExitCode.ANOMALY : ExitCode.OK;
    }
  }

  /** On a GPU, what the workers' series leave of the heap bounds the trial. */
  private int batch(Detector detector, InferOptions options, int workers, boolean few)
      throws TsadException {
    if (options.batch() > 0) {
      return options.batch();
    }
    if (few || !detector.provider().isCuda()) {
      return surroundings.heap() / workers < HEAP_A_WORKER ? SMALL_BATCH : Pipeline.CPU_BATCH;
    }
    long series = (long) detector.samples() * Double.BYTES;
    long most = surroundings.heap() / 2 / (workers + 2) / series;
    int batch =
        new BatchTrial(detector, surroundings.clock()).best((int) Math.min(most, MOST_A_BATCH));
    note("takes %,d series a pass: the best of a trial".formatted(batch));
    return batch;
  }

  private Detector open(Path path, Device device, Workload workload, boolean explain, int gpuMemory)
      throws TsadException {
    // Workers score side by side, each on one thread; on a GPU, each on a stream of its own.
    SessionConfig config =
        new SessionConfig(device, workload, 1, surroundings.cache())
            .withGpuMemory((long) gpuMemory << 20);
    Detector detector = Detector.open(path, explain ? config.with(Output.RELEVANCE) : config);
    if (device == Device.AUTO) {
      note("runs on %s: %s".formatted(detector.provider().name(), detector.provider().reason()));
    }
    return detector;
  }

  private Sources sources(InferOptions options, Consumer<Path> onSkipped) {
    return new Sources(
        options.inputs(), new SeriesReader(options.layout()), surroundings.in(), onSkipped);
  }

  /** It is found while others are scored, so that a line of progress may be there. */
  private void skipped(Path file) {
    err.print(surroundings.progress() ? Progress.CLEAR_LINE : "");
    note(OneLine.of(FileName.of(file)) + ": " + SeriesFiles.SKIPPED);
  }

  private int workers(InferOptions options) {
    return options.threads() == 0 ? surroundings.cores() : options.threads();
  }

  /** A line to watch, for which everything is counted first; or null where nobody watches. */
  private @Nullable Progress progress(InferOptions options) {
    if (!surroundings.progress()) {
      return null;
    }
    long total = 0;
    for (Sources all = sources(options, skipped -> {}); all.hasNext(); all.next()) {
      total++;
    }
    Progress progress = new Progress(err, true, surroundings.clock());
    progress.start("Scoring", total);
    return progress;
  }

  private static ResultFormat format(InferOptions options, Detector detector, Path path) {
    if (options.format() == InferOptions.Format.TEXT) {
      return new ResultFormat.Text();
    }
    ResultFormat.Origin origin =
        new ResultFormat.Origin(
            detector.threshold().value(),
            ModelFinder.nameOf(path),
            detector.version(),
            detector.provider().name());
    return options.format() == InferOptions.Format.JSON
        ? new ResultFormat.Json(origin)
        : new ResultFormat.Csv(origin, options.explain());
  }

  private void note(String message) {
    err.println("tsad-infer: " + message);
  }
}
