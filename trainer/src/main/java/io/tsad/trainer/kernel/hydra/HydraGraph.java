package io.tsad.trainer.kernel.hydra;

import io.tsad.trainer.export.OnnxGraph;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a {@link HydraBank}.
 *
 * @param contest float32 {@code [batch, groups, GROUP, 2]}: what each kernel gains by largest
 *     answers, in all, and the share of positions where it has the smallest
 */
record HydraGraph(HydraBank bank, String contest) {
  /**
   * Adds those of what its kernels answer.
   *
   * @param source float32 {@code [batch, 1, 1, samples]}, on the grid, or without the height
   * @param isRow whether it is without
   */
  static String answers(
      OnnxGraph graph, String name, HydraBank bank, String source, boolean isRow) {
    long padding = bank.padding();
    long taps = HydraBank.TAPS;
    float[] weights = new float[bank.weights().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = bank.weights()[i];
    }
    long kernels = (long) bank.groups() * HydraBank.GROUP;
    long[] shape = isRow ? new long[] {kernels, 1, taps} : new long[] {kernels, 1, 1, taps};
    return graph.node(
        name + "answers",
        "Conv",
        List.of(source, graph.floats(name + "weight", weights, shape)),
        Map.of(
            "kernel_shape", isRow ? List.of(taps) : List.of(1L, taps),
            "dilations",
                isRow ? List.of((long) bank.dilation()) : List.of(1L, (long) bank.dilation()),
            "pads", isRow ? List.of(padding, padding) : List.of(0L, padding, 0L, padding)));
  }

  /**
   * Adds them.
   *
   * @param name that no other bank has, ending with a dot
   * @param answers of its kernels, each of them a channel
   * @param length of the series
   */
  static HydraGraph add(OnnxGraph graph, String name, HydraBank bank, String answers, int length) {
    int positions = bank.positions(length);
    String grouped =
        graph.node(
            name + "grouped",
            "Reshape",
            answers,
            graph.integers(name + "shape", 0, bank.groups(), HydraBank.GROUP, positions));
    Map<String, ?> inGroup = Map.of("axes", List.of(2L), "keepdims", 1L);
    String one = graph.floats(name + "one", new float[] {1});
    String largest = graph.node(name + "largest", "ReduceMax", List.of(grouped), inGroup);
    String smallest = graph.node(name + "smallest", "ReduceMin", List.of(grouped), inGroup);
    // Answers are whole numbers: only one that equals the largest is above the largest less one.
    String most =
        graph.node(
            name + "most",
            "Relu",
            graph.node(
                name + "over", "Sub", grouped, graph.node(name + "below", "Sub", largest, one)));
    String least =
        graph.node(
            name + "least",
            "Relu",
            graph.node(
                name + "under", "Sub", graph.node(name + "next", "Add", smallest, one), grouped));
    String column =
        graph.node(
            name + "column",
            "Transpose",
            List.of(largest),
            Map.of("perm", List.of(0L, 1L, 3L, 2L)));
    String sums = graph.node(name + "sums", "MatMul", most, column);
    String wins =
        graph.node(
            name + "wins",
            "ReduceMean",
            List.of(least),
            Map.of("axes", List.of(3L), "keepdims", 1L));
    return new HydraGraph(
        bank, graph.node(name + "contest", "Concat", List.of(sums, wins), Map.of("axis", 3L)));
  }
}
