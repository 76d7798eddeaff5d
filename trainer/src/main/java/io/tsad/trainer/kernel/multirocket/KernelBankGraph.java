package io.tsad.trainer.kernel.multirocket;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a {@link KernelBank}.
 *
 * @param shares float32 {@code [batch, channels, 1, windows]}: of positions above the threshold, in
 *     each window
 * @param means of the same shape: how far answers are above it, in steps of the grid, on average
 *     over all positions of a window
 * @param pooled float64 {@code [batch, channels, 1, 4]}: the share of all positions; the mean of
 *     their places, from −0.5 to 0.5, where those not above the threshold count as 0; the mean of
 *     all positions, in steps; the largest share in a window. One value, so that ONNX Runtime,
 *     which goes back from the last node, finishes a bank before it begins the next
 */
record KernelBankGraph(KernelBank bank, String shares, String means, String pooled) {
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
    double part = window / (double) positions;
    double[] equal = new double[windows];
    Arrays.fill(equal, part);
    double[] parts = new double[2 * windows];
    for (int i = 0; i < windows; i++) {
      parts[2 * i] = part;
      parts[2 * i + 1] = part * ((i + 0.5) * window / positions - 0.5);
    }
    String exact = cast(graph, shares);
    String sums =
        graph.node(
            name + "sums", "MatMul", exact, graph.doubles(name + "parts", parts, windows, 2));
    String total =
        graph.node(
            name + "total",
            "MatMul",
            cast(graph, means),
            graph.doubles(name + "equal", equal, windows, 1));
    String peak = largest(graph, name + "peak", exact);
    String pooled =
        graph.node(name + "pooled", "Concat", List.of(sums, total, peak), Map.of("axis", 3L));
    return new KernelBankGraph(bank, shares, means, pooled);
  }

  /** Of each channel's windows. */
  static String largest(OnnxGraph graph, String name, String windows) {
    return graph.node(
        name, "ReduceMax", List.of(windows), Map.of("axes", List.of(3L), "keepdims", 1L));
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
      String rest = graph.slice(name + ".rest", x, 3, whole, positions);
      float[] parts = new float[(int) (positions - whole)];
      Arrays.fill(parts, 1f / window);
      String part = graph.floats(name + ".part", parts, parts.length, 1);
      means.add(graph.node(name + ".last", "MatMul", rest, part));
    }
    return graph.node(name, "Concat", means, Map.of("axis", 3L));
  }

  private static String cast(OnnxGraph graph, String x) {
    return graph.node(
        x + ".exact", "Cast", List.of(x), Map.of("to", (long) DataType.DOUBLE.getNumber()));
  }

  static float[] weights(KernelBank bank) {
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

  static float[] biases(KernelBank bank) {
    float[] biases = new float[bank.channels()];
    for (int channel = 0; channel < biases.length; channel++) {
      biases[channel] = -bank.thresholds()[channel];
    }
    return biases;
  }
}
