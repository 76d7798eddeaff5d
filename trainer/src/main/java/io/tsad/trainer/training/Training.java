package io.tsad.trainer.training;

import ai.djl.engine.EngineException;
import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.DatasetFiles;
import io.tsad.dataset.folder.DatasetReader;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.dataset.inspect.DataWarnings;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.runtime.OneLine;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.cli.Version;
import io.tsad.runtime.evaluation.BaselineAccuracy;
import io.tsad.runtime.evaluation.Evaluation;
import io.tsad.runtime.evaluation.EvaluationJson;
import io.tsad.runtime.evaluation.Evaluator;
import io.tsad.runtime.evaluation.Scored;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.ModelFolder;
import io.tsad.runtime.model.Threshold;
import io.tsad.runtime.model.Warning;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.architecture.Blueprint;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.baseline.Baselines;
import io.tsad.trainer.export.Exporter;
import io.tsad.trainer.export.HalfExport;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.Parity;
import io.tsad.trainer.export.ParityException;
import io.tsad.trainer.export.ScoredExport;
import io.tsad.trainer.report.QualityWarnings;
import io.tsad.trainer.report.RocPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One training: reads, fits, chooses the threshold, exports, evaluates, writes. */
public final class Training {
  private final Plan plan;
  private final Progress progress;
  private final Consumer<InvalidSeriesException> onFault;
  private final InstantSource clock;

  /**
   * @param progress is told what happens
   * @param onFault is told of every series that cannot be used
   * @param clock times epochs and stamps TensorBoard's events
   */
  public Training(
      Plan plan, Progress progress, Consumer<InvalidSeriesException> onFault, InstantSource clock) {
    this.plan = plan;
    this.progress = progress;
    this.onFault = onFault;
    this.clock = clock;
  }

  /**
   * Trains.
   *
   * @throws TsadException if data, device or output are at fault; the model folder is then as it
   *     was before
   */
  public Trained run() throws TsadException, InterruptedException {
    Instant begin = clock.instant();
    Fitting fitting = fitting();
    new ModelSize(fitting.blueprint()).require(plan.data(), plan.length().samples());
    try (StagedFolder staged = ModelOutput.open(plan)) {
      new DiskSpace(fitting.blueprint()).require(staged.path(), plan.out());
      Trained trained = run(fitting, staged, begin);
      staged.commit();
      return trained;
    } catch (IOException e) {
      throw OutputException.cannotWrite(plan.out(), e);
    } catch (OutOfMemoryError e) {
      throw MemoryFault.of(plan.data(), e);
    } catch (EngineException e) {
      throw MemoryFault.of(plan.data(), e).orElseThrow(() -> e);
    }
  }

  private Trained run(Fitting fitting, StagedFolder staged, Instant begin)
      throws IOException, TsadException, InterruptedException {
    Path folder = staged.path();
    Warnings warnings = new Warnings(progress);
    DatasetFiles files = DatasetFiles.list(plan.data());
    Dataset dataset = DatasetReader.read(files, plan.positive(), plan.length(), onFault);
    warnings.add(DataWarnings.of(files, dataset));
    if (plan.strict() && !warnings.all().isEmpty()) {
      throw StrictException.ofData(plan.data(), warnings.all().size());
    }
    HeldBack split =
        HeldBack.split(
            plan.data(),
            dataset,
            fitting.needsHeldBack() ? plan.recipe().heldBack() : 0,
            new RandomStream(plan.fit().seed(), "held-back"));
    TorchDevice device = TorchDevice.choose(plan.device());
    announce(dataset, split, fitting.blueprint(), device);
    Instant start = clock.instant();
    Run run = new Run(plan, dataset, split, device, staged, progress, clock, begin);
    try (FittedModel fitted = fitting.fit(run)) {
      Duration took = Duration.between(start, clock.instant());
      progress.line("-----The model is trained!-----");
      CalibratedModel tuned =
          CalibratedModel.of(
              fitted,
              split,
              dataset.positive(),
              plan.calibration() == null ? fitting.calibration() : plan.calibration(),
              plan.recipe().threshold());
      announce(tuned);
      Threshold threshold = tuned.threshold();
      Evaluator evaluator = new Evaluator(dataset.classes(), dataset.positive());
      warnings.add(leftOut(tuned, evaluator));
      ModelCard draft =
          new CardDraft(fitted.blueprint(fitting.blueprint()), fitted.training(split))
              .of(dataset, tuned);
      List<Series> series =
          dataset.val().stream().map(one -> new Series(one.name(), one.values())).toList();
      Exporter exporter = new Exporter(tuned.nodes(), folder, draft, Version.current());
      ScoredExport scores = exporter.score(series, tuned.probabilities(raw(dataset.val())));
      progress.line(
          String.format(
              Locale.ROOT,
              "Exported: %,d series score the same in ONNX Runtime (difference at most %.1e)",
              scores.parity().series(),
              scores.parity().largestDifference()));
      Evaluation evaluation =
          evaluator.evaluate(
              scored(dataset.val(), scores.probabilities()), threshold.value(), plan.fit().seed());
      BaselineAccuracy baselines = baselines(dataset);
      warnings.add(QualityWarnings.ON_VAL.of(evaluation, threshold.method(), baselines.majority()));
      if (plan.strict() && !warnings.all().isEmpty()) {
        new CheckpointFile(staged.kept().resolve("checkpoint")).delete();
        throw StrictException.ofModel(plan.out(), warnings.all().size());
      }
      ModelCard card =
          exporter.finish(
              scores,
              CardDraft.results(evaluation, warnings.all()),
              Golden.choose(
                  series,
                  scores.probabilities(),
                  dataset.positive(),
                  threshold.value(),
                  plan.length().samples()));
      if (plan.precision() == Precision.FP16) {
        writeInHalf(tuned.nodes(), folder, card, series, scores);
      }
      Files.writeString(
          new ModelFolder(folder).evaluation(), EvaluationJson.text(evaluation, baselines));
      plot(evaluation, new ModelFolder(folder).rocPlot());
      return new Trained(evaluation, baselines, took);
    }
  }

  /** A model is worth more than a picture of it: a host without fonts gets none, and is told. */
  private void plot(Evaluation evaluation, Path file) throws IOException {
    try {
      Files.write(file, RocPlot.png(evaluation));
    } catch (LinkageError | InternalError e) {
      progress.line(
          "%s is left out: this Java cannot draw letters (%s); install fontconfig and a font"
              .formatted(file.getFileName(), OneLine.of(String.valueOf(e.getMessage()))));
    }
  }

  /**
   * A model that float16 does not suit is still a model: the file is left out, and that is said.
   */
  private void writeInHalf(
      ModelNodes nodes, Path folder, ModelCard card, List<Series> series, ScoredExport scores)
      throws IOException, TsadException {
    Optional<ModelNodes> half = nodes.inHalf();
    if (half.isEmpty()) {
      progress.line(ModelFolder.HALF + " is left out: float16 is for networks");
      return;
    }
    try {
      Parity parity =
          new HalfExport(half.get(), folder, Version.current())
              .write(card, series, scores.probabilities());
      progress.line(
          String.format(
              Locale.ROOT,
              "Exported in float16 as well: difference at most %.1e",
              parity.largestDifference()));
    } catch (ParityException e) {
      progress.line(ModelFolder.HALF + " is left out: " + e.getMessage());
    }
  }

  /** Whether the fit is any good, on series that it was not fitted to, whatever val says. */
  private List<Warning> leftOut(CalibratedModel tuned, Evaluator evaluator) {
    if (tuned.leftOut().isEmpty()) {
      return List.of();
    }
    Threshold threshold = tuned.threshold();
    Evaluation evaluation =
        evaluator.evaluate(tuned.leftOut(), threshold.value(), plan.fit().seed());
    int positives = evaluation.confusion().positives();
    int negatives = evaluation.confusion().negatives();
    return QualityWarnings.LEFT_OUT.of(
        evaluation,
        threshold.method(),
        Math.max(positives, negatives) / (double) (positives + negatives));
  }

  private BaselineAccuracy baselines(Dataset dataset) {
    progress.start("Comparing", dataset.val().size());
    try {
      return Baselines.accuracy(dataset.train(), dataset.val(), plan.length(), progress::step);
    } finally {
      progress.close();
    }
  }

  private Fitting fitting() {
    Architecture architecture = plan.architecture();
    return switch (architecture.family()) {
      case FLATTENED, POOLED ->
          new BackPropagation(plan, architecture.network(plan.length().samples()).orElseThrow());
      case KERNELS -> new KernelFitting(plan, progress);
    };
  }

  private void announce(CalibratedModel tuned) {
    tuned
        .calibration()
        .ifPresent(
            one ->
                progress.line(
                    String.format(
                        Locale.ROOT,
                        "Probabilities calibrated: slope %.4f, intercept %.4f, on %,d series the"
                            + " model was not fitted to",
                        one.slope(),
                        one.intercept(),
                        tuned.chosenOn())));
    if (plan.recipe().threshold().needsHeldBack() && tuned.chosenOn() > 0) {
      progress.line(
          String.format(
              Locale.ROOT,
              "Threshold: %.4f, chosen for %s on %,d series %s",
              tuned.threshold().value(),
              tuned.threshold().method(),
              tuned.chosenOn(),
              tuned.fitted().leftOut().isPresent()
                  ? "of train, each left out of the fit in turn"
                  : "held back from training"));
    }
  }

  private static List<double[]> raw(List<LabelledSeries> series) {
    return series.stream().map(LabelledSeries::values).toList();
  }

  private static List<Scored> scored(List<LabelledSeries> series, List<List<Float>> probabilities) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      LabelledSeries one = series.get(i);
      scored.add(new Scored(one.name(), one.label(), probabilities.get(i)));
    }
    return scored;
  }

  private void announce(Dataset dataset, HeldBack split, Blueprint blueprint, TorchDevice device) {
    progress.line(
        String.format(
            Locale.ROOT,
            "Training on %,d series%s, validating on %,d",
            split.train().size(),
            split.held().isEmpty()
                ? ""
                : String.format(
                    Locale.ROOT, " (%,d more held back for the threshold)", split.held().size()),
            dataset.val().size()));
    progress.line(
        String.format(
            Locale.ROOT,
            "Architecture %s of %,d parameters, recipe %s, seed %d",
            blueprint.name(),
            blueprint.parameterCount(),
            plan.recipe().name(),
            plan.fit().seed()));
    progress.line("On " + device.description());
  }
}
