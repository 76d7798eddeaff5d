package io.tsad.trainer.export.kernel;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.Grid;
import io.tsad.trainer.kernel.KernelBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The nodes of a {@link KernelBank}.
 *
 * @param shares float32 {@code [batch, channels, 1, windows]}: of positions above the threshold, in
 *     each window
 * @param means of the same shape: how far answers are above it, in steps of the grid, on average
 *     over all positions of a window
 * @param peak float32 {@code [batch, channels, 1, 1]}: the largest share
 * @param features float32 {@code [batch, features]}
 */
record KernelBankGraph(KernelBank bank, String shares, String means, String peak, String features) {
  /**
   * Adds them.
   *
   * @param name that no other bank has, ending with a dot
   * @param source float32 {@code [batch, 1, 1, samples]}, on the grid
   * @param length of the series
   */
  static KernelBankGraph add(
      OnnxGraph graph, String name, KernelBank bank, String source, int length) {
    int channels = bank.channels();
    long padding = bank.padding();
    int positions = bank.positions(length);
    long window = bank.window(length);
    int windows = bank.windows(length);
    String response =
        graph.node(
            name + "response",
            "Conv",
            List.of(
                source,
                graph.floats(name + "weight", weights(bank), channels, 1, 1, KernelBank.TAPS),
                graph.floats(name + "bias", biases(bank), channels)),
            Map.of(
                "kernel_shape", List.of(1L, (long) KernelBank.TAPS),
                "dilations", List.of(1L, (long) bank.dilation()),
                "pads", List.of(0L, padding, 0L, padding)));
    String excess = graph.node(name + "excess", "Relu", response);
    // The sign, as these are whole numbers; Sign itself takes ONNX Runtime longer than the Conv.
    String above =
        graph.node(
            name + "above",
            "Clip",
            excess,
            graph.floats(name + "zero", new float[] {0}),
            graph.floats(name + "unit", new float[] {1}));
    String shares = windows(graph, name + "shares", above, window, positions);
    // Windows first and then all: a long sum of floats, one by one, would lose digits.
    String means = windows(graph, name + "means", excess, window, positions);
    double[] sums = new double[2 * windows];
    for (int i = 0; i < windows; i++) {
      double part = window / (double) positions;
      sums[2 * i] = part;
      sums[2 * i + 1] = part * ((i + 0.5) * window / positions - 0.5);
    }
    String parts = graph.doubles(name + "parts", sums, windows, 2);
    String both = graph.node(name + "sums", "MatMul", cast(graph, shares, DataType.DOUBLE), parts);
    String share = graph.slice(name + "share", both, 3, 0, 1);
    String place = graph.slice(name + "place", both, 3, 1, 2);
    String some =
        graph.node(
            name + "some",
            "Max",
            share,
            graph.doubles(name + "one", new double[] {1.0 / positions}));
    String totals =
        graph.node(name + "totals", "MatMul", cast(graph, means, DataType.DOUBLE), parts);
    String mean =
        graph.node(
            name + "mean",
            "Div",
            graph.slice(name + "total", totals, 3, 0, 1),
            graph.doubles(name + "steps", new double[] {Grid.STEPS}));
    String peak =
        graph.node(
            name + "peak",
            "ReduceMax",
            List.of(shares),
            Map.of("axes", List.of(3L), "keepdims", 1L));
    List<String> pooled = new ArrayList<>();
    for (String one :
        List.of(
            cast(graph, share, DataType.FLOAT),
            cast(graph, graph.node(name + "mpv", "Div", mean, some), DataType.FLOAT),
            cast(graph, graph.node(name + "mipv", "Div", place, some), DataType.FLOAT),
            peak)) {
      pooled.add(graph.node(one + ".flat", "Flatten", one));
    }
    String features = graph.node(name + "features", "Concat", pooled, Map.of("axis", 1L));
    return new KernelBankGraph(bank, shares, means, peak, features);
  }

  /**
   * Adds the mean over each window, where positions after the last count as zero. Padding at the
   * end alone would say the same in fewer nodes, but ONNX Runtime's CUDA provider divides such a
   * last window by the positions it has.
   */
  private static String windows(
      OnnxGraph graph, String name, String x, long window, int positions) {
    List<String> means = new ArrayList<>();
    long whole = positions / window * window;
    if (whole > 0) {
      means.add(
          graph.node(
              name + ".whole",
              "AveragePool",
              List.of(x),
              Map.of("kernel_shape", List.of(1L, window), "strides", List.of(1L, window))));
    }
    if (whole < positions) {
      String sum =
          graph.node(
              name + ".sum",
              "ReduceSum",
              graph.slice(name + ".rest", x, 3, whole, positions),
              graph.integers(name + ".axis", 3));
      float part = 1f / window;
      means.add(
          graph.node(name + ".last", "Mul", sum, graph.floats(name + ".part", new float[] {part})));
    }
    return graph.node(name, "Concat", means, Map.of("axis", 3L));
  }

  private static String cast(OnnxGraph graph, String x, DataType type) {
    String name = x + "." + type.name().toLowerCase(Locale.ROOT);
    return graph.node(name, "Cast", List.of(x), Map.of("to", (long) type.getNumber()));
  }

  private static float[] weights(KernelBank bank) {
    int perKernel = bank.channels() / bank.kernels().length;
    float[] weights = new float[bank.channels() * KernelBank.TAPS];
    for (int channel = 0; channel < bank.channels(); channel++) {
      int at = channel * KernelBank.TAPS;
      Arrays.fill(weights, at, at + KernelBank.TAPS, -1);
      for (int tap : KernelBank.KERNELS.get(bank.kernels()[channel / perKernel])) {
        weights[at + tap] = 2;
      }
    }
    return weights;
  }

  private static float[] biases(KernelBank bank) {
    float[] biases = new float[bank.channels()];
    for (int channel = 0; channel < biases.length; channel++) {
      biases[channel] = -bank.thresholds()[channel];
    }
    return biases;
  }
}
