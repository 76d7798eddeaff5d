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
   * Adds them.
   *
   * @param name that no other bank has, ending with a dot
   * @param source float32 {@code [batch, 1, 1, samples]}, on the grid
   * @param length of the series
   */
  static HydraGraph add(OnnxGraph graph, String name, HydraBank bank, String source, int length) {
    int positions = bank.positions(length);
    long padding = bank.padding();
    float[] weights = new float[bank.weights().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = bank.weights()[i];
    }
    int kernels = bank.groups() * HydraBank.GROUP;
    String answers =
        graph.node(
            name + "answers",
            "Conv",
            List.of(source, graph.floats(name + "weight", weights, kernels, 1, 1, HydraBank.TAPS)),
            Map.of(
                "kernel_shape", List.of(1L, (long) HydraBank.TAPS),
                "dilations", List.of(1L, (long) bank.dilation()),
                "pads", List.of(0L, padding, 0L, padding)));
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
