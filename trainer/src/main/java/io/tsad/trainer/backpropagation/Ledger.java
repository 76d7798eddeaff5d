package io.tsad.trainer.backpropagation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.tsad.runtime.TsadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps count of losses and right answers. They stay on the device until {@link #REPORT_EVERY}
 * steps are together: fetching each at once would make a GPU wait every step.
 */
final class Ledger implements Checkpoints.State {
  /** The reference reports every 30 steps. */
  static final int REPORT_EVERY = 30;

  private final NDManager manager;
  private final FitConfig config;
  private final FitListener listener;
  private final List<Pending> pending = new ArrayList<>();
  private Sums sums = new Sums(0, 0, 0, 0);
  private int iteration;
  private long total;
  private long correct;

  private record Pending(int epoch, NDArray logits, NDArray targets, NDArray loss) {}

  /** Of an epoch so far. */
  record Sums(int seen, int correct, int steps, double loss) {
    double meanLoss() {
      return loss / steps;
    }

    double accuracy() {
      return correct / (double) seen;
    }

    private Sums plus(int size, int right, float lossOfStep) {
      return new Sums(seen + size, correct + right, steps + 1, loss + lossOfStep);
    }
  }

  Ledger(NDManager manager, FitConfig config, FitListener listener) {
    this.manager = manager;
    this.config = config;
    this.listener = listener;
  }

  /** Takes note of a step; {@link #REPORT_EVERY} at a time are told of. */
  void record(int epoch, NDArray logits, NDArray targets, NDArray loss) throws TsadException {
    Pending step =
        new Pending(epoch, logits.stopGradient(), targets, loss.stopGradient().reshape(1));
    step.logits().attach(manager);
    step.targets().attach(manager);
    step.loss().attach(manager);
    pending.add(step);
    if (pending.size() == REPORT_EVERY) {
      settle();
    }
  }

  /** What an epoch came to. */
  Sums endEpoch(int epoch, TorchNetwork network) throws TsadException {
    settle();
    if (!network.isFinite()) {
      throw new DivergedException(config, epoch);
    }
    Sums ended = sums;
    sums = new Sums(0, 0, 0, 0);
    return ended;
  }

  /** Tells of what has not been told yet. */
  void settle() throws TsadException {
    if (pending.isEmpty()) {
      return;
    }
    float[] logits = fetch(Pending::logits);
    float[] targets = fetch(Pending::targets);
    float[] losses = fetch(Pending::loss);
    int row = 0;
    for (int i = 0; i < pending.size(); i++) {
      Pending step = pending.get(i);
      if (!Float.isFinite(losses[i])) {
        throw new DivergedException(config, step.epoch());
      }
      int size = Math.toIntExact(step.logits().getShape().get(0));
      int classes = Math.toIntExact(step.logits().getShape().get(1));
      int right = right(logits, targets, classes, row, size);
      row += size;
      total += size;
      correct += right;
      sums = sums.plus(size, right, losses[i]);
      listener.step(
          new FitListener.Step(
              step.epoch(), sums.seen(), iteration, losses[i], correct / (double) total));
      iteration++;
    }
    pending.forEach(step -> new NDList(step.logits(), step.targets(), step.loss()).close());
    pending.clear();
  }

  /** In one transfer, whatever the number of steps. */
  private float[] fetch(Function<Pending, NDArray> what) {
    try (NDManager scratch = manager.newSubManager()) {
      NDList arrays = new NDList();
      pending.forEach(step -> arrays.add(what.apply(step)));
      NDArray all = NDArrays.concat(arrays, 0);
      all.attach(scratch);
      return all.toFloatArray();
    }
  }

  /** Rows whose largest logit is their label's; the first of equal ones counts. */
  private static int right(float[] logits, float[] targets, int classes, int from, int rows) {
    int right = 0;
    for (int row = from; row < from + rows; row++) {
      right += largest(logits, row, classes) == largest(targets, row, classes) ? 1 : 0;
    }
    return right;
  }

  private static int largest(float[] values, int row, int classes) {
    int best = 0;
    for (int i = 1; i < classes; i++) {
      if (values[row * classes + i] > values[row * classes + best]) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public void save(StateOutput out) throws IOException {
    out.count(iteration);
    out.total(total);
    out.total(correct);
    out.count(sums.seen());
    out.count(sums.correct());
    out.count(sums.steps());
    out.number(sums.loss());
  }

  void load(StateInput in) throws IOException {
    iteration = in.count();
    total = in.total();
    correct = in.total();
    sums = new Sums(in.count(), in.count(), in.count(), in.number());
  }
}
