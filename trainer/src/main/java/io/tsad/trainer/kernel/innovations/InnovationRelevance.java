package io.tsad.trainer.kernel.innovations;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.Repetition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes that say where in a series the evidence of its {@link InnovationsGraph} lies.
 *
 * <p>A figure's evidence is what it and what it is above its knots add to the score beyond what
 * they add of a usual series. That of a window size goes to windows with more than the mean, in
 * proportion to its square; that of the cumulative sum of squares to samples with more than the
 * mean power, in proportion to it. Where errors drift is no place in particular: the cumulative sum
 * of errors is left out.
 */
final class InnovationRelevance {
  private static final Map<String, ?> SUM = Map.of("keepdims", 1L);

  private final OnnxGraph graph;
  private final InnovationsGraph innovations;
  private final int length;

  InnovationRelevance(OnnxGraph graph, InnovationsGraph innovations) {
    this.graph = graph;
    this.innovations = innovations;
    this.length = innovations.innovations().length();
  }

  /**
   * Adds them.
   *
   * @param name that begins all others, ending with a dot
   * @return float32 {@code [batch, 1, length]}; empty where no bank is left
   */
  Optional<String> add(String name, FeatureWeights head) {
    String all = evidence(name, head);
    List<String> places = new ArrayList<>();
    int at = 0;
    for (InnovationGraph bank : innovations.banks()) {
      places.add(place(name + "by%d.".formatted(bank.bank().scale()), bank, all, at));
      at += bank.bank().figures(length);
    }
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(graph.node(name + "all", "Sum", places, Map.of()));
  }

  /** Of each figure, {@code [batch, 1, figures]}. */
  private String evidence(String name, FeatureWeights head) {
    int count = innovations.innovations().features();
    String beyond =
        graph.node(
            name + "beyond",
            "Sub",
            innovations.features(),
            graph.floats(name + "usual", head.usual(), count));
    String each =
        graph.node(
            name + "each", "Mul", beyond, graph.floats(name + "weight", head.weight(), count));
    int figures = innovations.innovations().figures();
    String byKnot =
        graph.node(
            name + "byKnot",
            "Reshape",
            each,
            graph.integers(name + "shape", 0, count / figures, figures));
    return sum(name + "evidence", byKnot, 1);
  }

  /** Of a bank whose figures begin at {@code first}, {@code [batch, 1, length]}. */
  private String place(String name, InnovationGraph nodes, String evidence, int first) {
    InnovationBank bank = nodes.bank();
    int samples = bank.samples(length);
    List<String> parts = new ArrayList<>();
    String power = single(name + "power", nodes.power());
    String high =
        graph.node(
            name + "high",
            "Relu",
            graph.node(name + "over", "Sub", power, graph.floats(name + "mean", new float[] {1})));
    parts.add(
        graph.node(
            name + "squares",
            "Mul",
            share(name + "squares.", high),
            graph.slice(name + "squares.evidence", evidence, 2, first, first + 1)));
    int at = first + 2;
    for (int i = 0; i < nodes.contrasts().size(); i++) {
      int half = bank.halves(length).get(i);
      String of = name + "half%d.".formatted(half);
      String ofSize =
          sum(
              of + "evidence",
              graph.slice(of + "figures", evidence, 2, at, at + InnovationBank.PER_WINDOW),
              2);
      parts.add(windows(of, nodes.contrasts().get(i), ofSize, half, samples));
      at += InnovationBank.PER_WINDOW;
    }
    String each = graph.node(name + "each", "Sum", parts, Map.of());
    String shared =
        graph.node(
            name + "shared", "Div", each, graph.floats(name + "scale", new float[] {bank.scale()}));
    return repeated(name, shared, samples, bank.scale(), length);
  }

  private String windows(String name, String contrast, String evidence, int half, int samples) {
    String high = graph.node(name + "high", "Relu", single(name + "single", contrast));
    String each =
        graph.node(
            name + "each",
            "Mul",
            share(name, graph.node(name + "square", "Mul", high, high)),
            evidence);
    String halves =
        graph.node(
            name + "halves",
            "Add",
            graph.node(
                name + "firsts", "Pad", each, graph.integers(name + "after", 0, 0, 0, 0, 0, 1)),
            graph.node(
                name + "seconds", "Pad", each, graph.integers(name + "before", 0, 0, 1, 0, 0, 0)));
    String shared =
        graph.node(
            name + "shared", "Div", halves, graph.floats(name + "window", new float[] {2 * half}));
    return repeated(name, shared, samples / half, half, samples);
  }

  /** Each of {@code count} values {@code times} over, then zeros up to {@code size}. */
  private String repeated(String name, String x, int count, int times, int size) {
    String samples = Repetition.add(graph, name, x, count, times, count * times);
    return Repetition.pad(graph, name, samples, 0, size - count * times);
  }

  /** Of their sum, none where that is zero. */
  private String share(String name, String x) {
    String least = graph.floats(name + "some", new float[] {1e-6f});
    String divisor = graph.node(name + "divisor", "Max", sum(name + "total", x, 2), least);
    return graph.node(name + "share", "Div", x, divisor);
  }

  private String sum(String name, String x, int axis) {
    return graph.node(name, "ReduceSum", List.of(x, graph.integers(name + ".axis", axis)), SUM);
  }

  private String single(String name, String x) {
    return graph.node(name, "Cast", List.of(x), Map.of("to", (long) DataType.FLOAT.getNumber()));
  }
}
