package io.tsad.trainer.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * One step of a network. Shapes are PyTorch's: convolutional layers take {@code [batch, channels,
 * length]}, linear ones {@code [batch, features]}.
 */
public sealed interface Layer {
  /** What it holds, in the order in which trainer and export go through it. */
  default List<Weight> weights() {
    return List.of();
  }

  /** Hands itself to the method for its kind. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Something that is to be known of every kind of layer: a new kind does not compile before it is.
   */
  interface Visitor<R> {
    R conv1d(Conv1d layer);

    R fixedConv1d(FixedConv1d layer);

    R batchNorm(BatchNorm layer);

    R relu(Relu layer);

    R maxPool1d(MaxPool1d layer);

    R branches(Branches layer);

    R globalAveragePool(GlobalAveragePool layer);

    R flatten(Flatten layer);

    R linear(Linear layer);

    R dropout(Dropout layer);
  }

  /**
   * Convolution with stride 1; {@code out} filters of {@code kernel} samples.
   *
   * @param same whether zeros around the series keep its length, the odd one at its end as in
   *     TensorFlow; otherwise there is no padding
   * @param dilation samples from one tap of a filter to the next, at least 1
   * @param groups into which the channels are cut, each convolved apart; {@code in} makes it
   *     depthwise
   * @param bias whether a filter adds a number of its own; it has no effect before a {@link
   *     BatchNorm}
   */
  record Conv1d(int in, int out, int kernel, boolean same, int dilation, int groups, boolean bias)
      implements Layer {
    /** Without padding, with bias. */
    public Conv1d(int in, int out, int kernel) {
      this(in, out, kernel, false, 1, 1, true);
    }

    /** As long as its input, without bias. */
    public static Conv1d same(int in, int out, int kernel) {
      return new Conv1d(in, out, kernel, true, 1, 1, false);
    }

    /** Zeros before the series. */
    public int padBefore() {
      return same ? (kernel - 1) * dilation / 2 : 0;
    }

    /** Zeros after it: as many, or one more. */
    public int padAfter() {
      return same ? (kernel - 1) * dilation - padBefore() : 0;
    }

    @Override
    public List<Weight> weights() {
      int fanIn = in / groups * kernel;
      Weight filters = Weight.drawn(fanIn, out, in / groups, kernel);
      return bias ? List.of(filters, Weight.drawn(fanIn, out)) : List.of(filters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conv1d(this);
    }
  }

  /**
   * Convolution of one channel with filters that are not trained, as long as its input, without
   * bias.
   *
   * @param filters all of one length
   */
  record FixedConv1d(List<List<Float>> filters) implements Layer {
    public FixedConv1d {
      filters = filters.stream().map(List::copyOf).toList();
    }

    /** The same without values, which are its weights. */
    public Conv1d shape() {
      return Conv1d.same(1, filters.size(), filters.get(0).size());
    }

    @Override
    public List<Weight> weights() {
      List<Float> values = filters.stream().flatMap(List::stream).toList();
      return List.of(Weight.fixed(values, filters.size(), 1, filters.get(0).size()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fixedConv1d(this);
    }
  }

  /**
   * Each channel to mean 0 and variance 1 over batch and length, then to a mean and deviation that
   * are learnt; after training by running figures of both. Ioffe and Szegedy, <em>Batch
   * Normalization</em>, 2015; constants as in PyTorch.
   */
  record BatchNorm(int channels) implements Layer {
    public static final float EPSILON = 1e-5f;
    public static final float MOMENTUM = 0.1f;

    /** Scale, shift, running mean, running variance. */
    @Override
    public List<Weight> weights() {
      return List.of(
          Weight.constant(1, true, channels),
          Weight.constant(0, true, channels),
          Weight.constant(0, false, channels),
          Weight.constant(1, false, channels));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.batchNorm(this);
    }
  }

  /** max(0, x). */
  record Relu() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.relu(this);
    }
  }

  /**
   * Maximum over windows of {@code kernel} samples, {@code stride} apart.
   *
   * @param same whether windows reach beyond the series, by half their length at both ends
   */
  record MaxPool1d(int kernel, int stride, boolean same) implements Layer {
    /** Without padding. */
    public MaxPool1d(int kernel, int stride) {
      this(kernel, stride, false);
    }

    /** Samples beyond each end. */
    public int padding() {
      return same ? kernel / 2 : 0;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.maxPool1d(this);
    }
  }

  /**
   * Several ways from one input to one output.
   *
   * @param ways lists of layers; an empty one hands its input on
   */
  record Branches(Join join, List<List<Layer>> ways) implements Layer {
    public Branches {
      ways = ways.stream().map(List::copyOf).toList();
    }

    @Override
    public List<Weight> weights() {
      return ways.stream().flatMap(List::stream).flatMap(Layer::weightStream).toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branches(this);
    }
  }

  /** How branches meet: channels side by side, or added. */
  enum Join {
    CONCAT,
    SUM
  }

  /** Mean of each channel: {@code [batch, channels, length]} to {@code [batch, channels]}. */
  record GlobalAveragePool() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.globalAveragePool(this);
    }
  }

  /** {@code [batch, channels, length]} to {@code [batch, channels * length]}. */
  record Flatten() implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.flatten(this);
    }
  }

  /** Fully connected, with bias. */
  record Linear(int in, int out) implements Layer {
    @Override
    public List<Weight> weights() {
      return List.of(Weight.drawn(in, out, in), Weight.drawn(in, out));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.linear(this);
    }
  }

  /** In training only: zeroes features with probability {@code rate} and rescales the rest. */
  record Dropout(float rate) implements Layer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dropout(this);
    }
  }

  private static Stream<Weight> weightStream(Layer layer) {
    return layer.weights().stream();
  }
}
