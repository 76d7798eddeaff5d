package io.tsad.trainer.training;

import com.fasterxml.jackson.jr.ob.JSON;
import io.tsad.runtime.OutputException;
import io.tsad.runtime.TsadException;
import io.tsad.trainer.dataset.Dataset;
import io.tsad.trainer.dataset.LabelledSeries;
import io.tsad.trainer.fit.FitListener;
import io.tsad.trainer.fit.TorchNetwork;
import io.tsad.trainer.progress.Progress;
import io.tsad.trainer.tensorboard.EventWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells of a fit: the reference's console lines, TensorBoard scalars by the reference's names, and
 * {@code history.jsonl} with a line per epoch.
 */
final class FitLog implements FitListener, AutoCloseable {
  /** As often as the reference prints, in steps. */
  private static final int LINE_EVERY = 30;

  private final Plan plan;
  private final Dataset dataset;
  private final int trainSize;
  private final Progress progress;
  private final EventWriter events;
  private final BufferedWriter history;
  private int member;
  private int stepsBefore;
  private int lastStep;

  private FitLog(
      Plan plan,
      Dataset dataset,
      int trainSize,
      Progress progress,
      EventWriter events,
      BufferedWriter history) {
    this.plan = plan;
    this.dataset = dataset;
    this.trainSize = trainSize;
    this.progress = progress;
    this.events = events;
    this.history = history;
  }

  /** Starts the logs in {@code folder}, and a bar for the whole fit. */
  static FitLog open(
      Plan plan,
      Dataset dataset,
      int trainSize,
      Path folder,
      Progress progress,
      InstantSource clock)
      throws IOException {
    Path tensorboard = Files.createDirectory(folder.resolve("tensorboard"));
    progress.start("Training", (long) plan.ensemble() * plan.fit().epochs() * trainSize);
    return new FitLog(
        plan,
        dataset,
        trainSize,
        progress,
        new EventWriter(tensorboard, clock),
        Files.newBufferedWriter(folder.resolve("history.jsonl")));
  }

  /** Says which network of the ensemble is being fitted, from 0. */
  void startMember(int number) {
    member = number;
    stepsBefore = lastStep;
    if (plan.ensemble() > 1) {
      progress.line("Network %d of %d".formatted(number + 1, plan.ensemble()));
    }
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
    line.put("series", trainSize);
    line.put("trainLoss", epoch.loss());
    line.put("trainAccuracy", epoch.accuracy());
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
            trainSize / epoch.seconds(),
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

  @Override
  public void close() throws IOException {
    progress.close();
    events.close();
    history.close();
  }
}
