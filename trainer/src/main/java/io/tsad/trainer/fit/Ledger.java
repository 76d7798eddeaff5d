package io.tsad.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.tsad.runtime.TsadException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps count of losses and right answers. They stay on the device until {@link Fit#REPORT_EVERY}
 * steps are together: fetching each at once would make a GPU wait every step.
 */
final class Ledger implements AutoCloseable {
  private final NDManager manager;
  private final FitConfig config;
  private final FitListener listener;
  private final List<Pending> pending = new ArrayList<>();
  private int iteration;
  private long total;
  private long correct;
  private int epoch;
  private int seenInEpoch;
  private int correctInEpoch;
  private int stepsInEpoch;
  private double lossInEpoch;

  private record Pending(NDArray logits, NDArray loss, int[] labels) {}

  Ledger(NDManager parent, FitConfig config, FitListener listener) {
    this.manager = parent.newSubManager();
    this.config = config;
    this.listener = listener;
  }

  void startEpoch(int number) {
    epoch = number;
    seenInEpoch = 0;
    correctInEpoch = 0;
    stepsInEpoch = 0;
    lossInEpoch = 0;
  }

  void record(NDArray logits, NDArray loss, int[] labels) throws TsadException {
    NDArray keptLogits = logits.stopGradient();
    NDArray keptLoss = loss.stopGradient();
    keptLogits.attach(manager);
    keptLoss.attach(manager);
    pending.add(new Pending(keptLogits, keptLoss, labels));
    if (pending.size() == Fit.REPORT_EVERY) {
      settle();
    }
  }

  void endEpoch(double seconds, TorchNetwork network) throws TsadException {
    settle();
    if (!network.isFinite()) {
      throw new DivergedException(config, epoch);
    }
    listener.epoch(
        new FitListener.Epoch(
            epoch,
            iteration - 1,
            lossInEpoch / stepsInEpoch,
            correctInEpoch / (double) seenInEpoch,
            seconds,
            network));
  }

  private void settle() throws TsadException {
    for (Pending step : pending) {
      float loss = step.loss().getFloat();
      int right = right(step.logits().toFloatArray(), step.labels());
      step.loss().close();
      step.logits().close();
      if (!Float.isFinite(loss)) {
        throw new DivergedException(config, epoch);
      }
      int size = step.labels().length;
      total += size;
      correct += right;
      seenInEpoch += size;
      correctInEpoch += right;
      stepsInEpoch++;
      lossInEpoch += loss;
      listener.step(
          new FitListener.Step(epoch, seenInEpoch, iteration, loss, correct / (double) total));
      iteration++;
    }
    pending.clear();
  }

  /** Rows whose largest logit is their label's; the first of equal ones counts. */
  private static int right(float[] logits, int[] labels) {
    int classes = logits.length / labels.length;
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      int best = 0;
      for (int i = 1; i < classes; i++) {
        if (logits[row * classes + i] > logits[row * classes + best]) {
          best = i;
        }
      }
      right += best == labels[row] ? 1 : 0;
    }
    return right;
  }

  @Override
  public void close() {
    manager.close();
  }
}
