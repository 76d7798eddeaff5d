package io.tsad.trainer.kernel.innovations;

import io.tsad.trainer.export.OnnxGraph;
import java.util.List;
import java.util.Map;

/** The node that averages every few samples, exactly: they are on the grid, and a power of two. */
final class ScaleGraph {
  private ScaleGraph() {}

  /**
   * Adds it, where there is something to average.
   *
   * @param grid float32 {@code [batch, 1, 1, length]}
   * @return float32 {@code [batch, 1, 1, length / scale]}
   */
  static String averaged(OnnxGraph graph, String name, int scale, String grid) {
    if (scale == 1) {
      return grid;
    }
    List<Long> window = List.of(1L, (long) scale);
    return graph.node(
        name + "averaged",
        "AveragePool",
        List.of(grid),
        Map.of("kernel_shape", window, "strides", window));
  }
}
