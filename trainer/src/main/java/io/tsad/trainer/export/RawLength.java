package io.tsad.trainer.export;

import java.util.List;
import java.util.Map;

/** The nodes that bring what is said of each sample the model sees to the series' own length. */
public final class RawLength {
  private RawLength() {}

  /**
   * Adds them.
   *
   * @param output the name of the last: float32 {@code [batch, length]}
   * @param series {@code [batch, length]}; samples the model does not see get 0
   * @param seen float32 {@code [batch, samples]}, at least as many as the model sees
   */
  public static void add(OnnxGraph graph, String output, String series, String seen) {
    String one = graph.integers("relevance.one", 1);
    String length =
        graph.node(
            "relevance.length",
            "Slice",
            graph.node("relevance.raw", "Shape", series),
            one,
            graph.integers("relevance.two", 2));
    // First as many zeros as could be missing, then what is too much: whether the series is longer
    // than what the network sees, or was padded.
    String sides =
        graph.node(
            "relevance.sides",
            "Concat",
            List.of(graph.integers("relevance.none", 0, 0, 0), length),
            Map.of("axis", 0L));
    graph.node(
        output,
        "Slice",
        graph.node("relevance.padded", "Pad", seen, sides),
        graph.integers("relevance.zero", 0),
        length,
        one);
  }
}
