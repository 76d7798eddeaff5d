package io.tsad.trainer.backpropagation;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.model.LengthRule;
import java.util.List;

/**
 * Scaled series and their targets, prepared once. They stay on the network's device, so that a step
 * fetches nothing from elsewhere; a set too large for that stays in the host's memory, and a batch
 * is moved when it is due.
 */
final class TrainingSet implements AutoCloseable {
  /** In bytes; a GPU that trains has room for this beside a network. */
  static final long RESIDENT = 4L << 30;

  /** Samples copied at a time: many short series, or one that is very long. */
  private static final int PIECE = 1 << 20;

  private final NDManager home;
  private final Device device;
  private final NDArray series;
  private final NDArray targets;
  private final int[] labels;

  private TrainingSet(
      NDManager home, Device device, NDArray series, NDArray targets, int[] labels) {
    this.home = home;
    this.device = device;
    this.series = series;
    this.targets = targets;
    this.labels = labels;
  }

  /**
   * Prepares {@code series}.
   *
   * @param balance whose weights the targets carry
   * @param network whose device batches are for
   * @param resident the most bytes of series to keep there
   */
  static TrainingSet of(
      List<LabelledSeries> series,
      int classes,
      LengthRule rule,
      Balance balance,
      NDManager network,
      long resident) {
    Device device = network.getDevice();
    boolean fits = (long) series.size() * rule.samples() * Float.BYTES <= resident;
    NDManager home = network.newSubManager(fits ? device : Device.cpu());
    int[] labels = series.stream().mapToInt(LabelledSeries::label).toArray();
    float[] weights = balance.weights(labels, classes);
    float[] targets = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      targets[i * classes + labels[i]] = weights[labels[i]];
    }
    return new TrainingSet(
        home,
        device,
        scaled(series, rule, home),
        home.create(targets, new Shape(labels.length, classes)),
        labels);
  }

  private static NDArray scaled(List<LabelledSeries> series, LengthRule rule, NDManager home) {
    int length = rule.samples();
    NDArray all = home.create(new Shape(series.size(), 1, length), DataType.FLOAT32);
    int step = Math.max(1, PIECE / length);
    for (int from = 0; from < series.size(); from += step) {
      int to = Math.min(series.size(), from + step);
      float[] samples = new float[(to - from) * length];
      for (int row = from; row < to; row++) {
        double[] one = MinMax.scale(series.get(row).values(), rule);
        for (int i = 0; i < length; i++) {
          samples[(row - from) * length + i] = (float) one[i];
        }
      }
      try (NDArray piece = home.create(samples, new Shape(to - from, 1, length))) {
        all.set(new NDIndex("{}:{}", from, to), piece);
      }
    }
    return all;
  }

  int size() {
    return labels.length;
  }

  int[] labels() {
    return labels.clone();
  }

  /** An order of series, where batches are made of it. */
  NDArray order(long[] indices) {
    return home.create(indices);
  }

  /** The series at places {@code from} to {@code to} of {@code order}. */
  Batch batch(NDArray order, int from, int to, NDManager scratch) {
    NDIndex some = new NDIndex("{}", order.get(scratch, new NDIndex("{}:{}", from, to)));
    return new Batch(
        series.get(scratch, some).toDevice(device, false),
        targets.get(scratch, some).toDevice(device, false));
  }

  @Override
  public void close() {
    home.close();
  }
}
