package io.tsad.trainer.kernel.multirocket;

import io.tsad.trainer.export.OnnxGraph;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a {@link KernelBank} whose windows are whole.
 *
 * @param shares float32 {@code [batch, channels, windows]}: of positions above the threshold, in
 *     each window
 * @param means of the same shape: how far answers are above it, in steps of the grid, on average
 *     over all positions of a window
 */
record CompactBankGraph(KernelBank bank, String name, String shares, String means) {
  /**
   * Adds them.
   *
   * @param name that no other bank has, ending with a dot
   * @param row float32 {@code [batch, 1, samples]}, on the grid
   * @param length of the series
   */
  static CompactBankGraph add(
      OnnxGraph graph, String name, KernelBank bank, String row, int length) {
    int channels = bank.channels();
    long front = bank.padding();
    long back = front + bank.positions(length) - bank.own(length);
    float[] weights = KernelBankGraph.weights(bank);
    String response =
        graph.node(
            name + "response",
            "Conv",
            List.of(
                row,
                graph.floats(name + "weight", weights, channels, 1, KernelBank.TAPS),
                graph.floats(name + "bias", KernelBankGraph.biases(bank), channels)),
            Map.of(
                "kernel_shape", List.of((long) KernelBank.TAPS),
                "dilations", List.of((long) bank.dilation()),
                "pads", List.of(front, back)));
    String excess = graph.node(name + "excess", "Relu", response);
    // The sign, as these are whole numbers.
    String above =
        graph.node(
            name + "above",
            "Clip",
            excess,
            graph.floats(name + "zero", new float[] {0}),
            graph.floats(name + "unit", new float[] {1}));
    String shape =
        graph.integers(name + "shape", 0, channels, bank.windows(length), bank.window(length));
    return new CompactBankGraph(
        bank,
        name,
        mean(graph, name + "shares", above, shape),
        mean(graph, name + "means", excess, shape));
  }

  private static String mean(OnnxGraph graph, String name, String x, String shape) {
    String windows = graph.node(name + ".windows", "Reshape", x, shape);
    return graph.node(
        name, "ReduceMean", List.of(windows), Map.of("axes", List.of(3L), "keepdims", 0L));
  }

  /** The same with a height of 1, as those whose windows are not whole have them. */
  KernelBankGraph asImages(OnnxGraph graph) {
    String height = graph.integers(name + "height", 2);
    return new KernelBankGraph(
        bank,
        graph.node(name + "sharesImage", "Unsqueeze", shares, height),
        graph.node(name + "meansImage", "Unsqueeze", means, height),
        "");
  }
}
