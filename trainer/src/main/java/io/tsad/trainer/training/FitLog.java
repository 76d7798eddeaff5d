package io.tsad.trainer.training;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.dataset.folder.Dataset;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.cli.Progress;
import io.tsad.runtime.model.ModelFolder;
import io.tsad.trainer.backpropagation.Checkpoints;
import io.tsad.trainer.backpropagation.Ending;
import io.tsad.trainer.backpropagation.FitListener;
import io.tsad.trainer.backpropagation.Schedule;
import io.tsad.trainer.backpropagation.StateInput;
import io.tsad.trainer.backpropagation.StateOutput;
import io.tsad.trainer.backpropagation.TorchNetwork;
import io.tsad.trainer.tensorboard.EventWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells of a fit: the reference's console lines, TensorBoard scalars by the reference's names, and
 * {@code history.jsonl} with a line per epoch.
 */
final class FitLog implements FitListener, Checkpoints.State, AutoCloseable {
  /** As often as the reference prints, in steps. */
  private static final int LINE_EVERY = 30;

  private final Plan plan;
  private final Dataset dataset;
  private final int trainSize;
  private final Progress progress;
  private final ModelFolder folder;
  private final InstantSource clock;
  private EventWriter events;
  private BufferedWriter history;
  private int member;
  private int stepsBefore;
  private int lastStep;

  private FitLog(Run run) throws IOException {
    this.plan = run.plan();
    this.dataset = run.dataset();
    this.trainSize = run.split().train().size();
    this.folder = new ModelFolder(run.folder().path());
    this.progress = run.progress();
    this.clock = run.clock();
    this.events = new EventWriter(folder.tensorboard(), clock);
    this.history = Files.newBufferedWriter(folder.history());
  }

  /** Starts the logs in the run's folder, and a bar for the whole fit. */
  static FitLog open(Run run) throws IOException {
    Plan plan = run.plan();
    Files.createDirectory(new ModelFolder(run.folder().path()).tensorboard());
    run.progress()
        .start(
            "Training", (long) plan.ensemble() * plan.fit().epochs() * run.split().train().size());
    return new FitLog(run);
  }

  /**
   * Says which network of the ensemble is being fitted.
   *
   * @param number from 0
   * @param again whether a run before this one had begun with it
   */
  void startMember(int number, boolean again) {
    member = number;
    stepsBefore = again ? stepsBefore : lastStep;
    if (plan.ensemble() > 1) {
      progress.line("Network %d of %d".formatted(number + 1, plan.ensemble()));
    }
  }

  /** Says how its fit ended, where that was open. */
  void endMember(Ending ending) {
    if (plan.fit().patience() > 0 || ending.reason() == Ending.Reason.BUDGET) {
      progress.line(
          "Ended after epoch %d of at most %d (%s); kept epoch %d"
              .formatted(
                  ending.epochs(), plan.fit().epochs(), why(ending.reason()), ending.kept()));
    }
  }

  private String why(Ending.Reason reason) {
    return switch (reason) {
      case EPOCHS -> "all of them";
      case PATIENCE -> "no better one in " + plan.fit().patience();
      case BUDGET -> "the time is up";
    };
  }

  @Override
  public void resumed(long learnt) {
    progress.step((long) member * plan.fit().epochs() * trainSize + learnt);
  }

  @Override
  public void batch(int size) {
    progress.step(size);
  }

  @Override
  public void step(Step step) throws TsadException {
    int iteration = stepsBefore + step.iteration();
    lastStep = iteration + 1;
    try {
      events.scalar("Accuracy/train", iteration, (float) (100 * step.accuracy()));
      events.scalar("Loss/train", iteration, step.loss());
    } catch (IOException e) {
      throw OutputException.cannotWrite(plan.out(), e);
    }
    int stepInEpoch = (step.seen() + plan.fit().batch() - 1) / plan.fit().batch();
    if (stepInEpoch % LINE_EVERY == 0) {
      progress.line(
          String.format(
              Locale.ROOT,
              "Epoch [%d/%d], Step [%d/%d], Loss: %.4f, Accuracy: %.2f%%",
              step.epoch(),
              plan.fit().epochs(),
              step.seen(),
              trainSize,
              step.loss(),
              100 * step.accuracy()));
    }
  }

  @Override
  public void epoch(Epoch epoch) throws TsadException {
    double validation = accuracy(epoch.network(), dataset.val());
    Map<String, Object> line = new LinkedHashMap<>();
    if (plan.ensemble() > 1) {
      line.put("network", member + 1);
    }
    line.put("epoch", epoch.epoch());
    line.put("series", epoch.seen());
    line.put("trainLoss", epoch.loss());
    line.put("trainAccuracy", epoch.accuracy());
    epoch.heldLoss().ifPresent(loss -> line.put("heldBackLoss", loss));
    if (plan.fit().schedule() instanceof Schedule.Plateau) {
      line.put("learningRate", epoch.learningRate());
    }
    line.put("validationAccuracyAtArgmax", validation);
    line.put("seconds", epoch.seconds());
    try {
      events.scalar(
          "Accuracy/validation", stepsBefore + epoch.iteration(), (float) (100 * validation));
      history.write(JSON.std.asString(line));
      history.newLine();
      history.flush();
    } catch (IOException e) {
      throw OutputException.cannotWrite(plan.out(), e);
    }
    progress.line(
        String.format(
            Locale.ROOT,
            "Epoch [%d/%d] took %.1f s (%.1f series/s), validation accuracy at argmax: %.2f%%",
            epoch.epoch(),
            plan.fit().epochs(),
            epoch.seconds(),
            epoch.seen() / epoch.seconds(),
            100 * validation));
  }

  private double accuracy(TorchNetwork network, List<LabelledSeries> series) {
    List<float[]> rows =
        network.probabilities(series.stream().map(LabelledSeries::values).toList(), plan.length());
    int right = 0;
    for (int i = 0; i < rows.size(); i++) {
      int argmax = rows.get(i)[1] > rows.get(i)[0] ? 1 : 0;
      right += argmax == series.get(i).label() ? 1 : 0;
    }
    return right / (double) rows.size();
  }

  /** The files go into the checkpoint, since the folder they are in does not outlive a kill. */
  @Override
  public void save(StateOutput out) throws IOException {
    out.count(stepsBefore);
    out.count(lastStep);
    out.bytes(Files.readAllBytes(folder.history()));
    out.bytes(Files.readAllBytes(folder.tensorboard().resolve(EventWriter.FILE_NAME)));
  }

  void load(StateInput in) throws IOException {
    stepsBefore = in.count();
    lastStep = in.count();
    history.close();
    Files.write(folder.history(), in.bytes());
    history = Files.newBufferedWriter(folder.history(), StandardOpenOption.APPEND);
    events.close();
    events = new EventWriter(folder.tensorboard(), clock, in.bytes());
  }

  @Override
  public void close() throws IOException {
    progress.close();
    events.close();
    history.close();
  }
}
