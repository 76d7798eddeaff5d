package io.tsad.trainer.kernel;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.SourceNodes;
import io.tsad.trainer.kernel.view.ViewNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A kernel classifier.
 *
 * @param name of its architecture
 * @param positive index of the class its scores are of
 */
public record KernelNodes(String name, KernelModel model, int positive) implements ModelNodes {
  /** Thousands of small nodes keep a GPU waiting, and it comes late: docs/benchmarks.md. */
  @Override
  public boolean isFastestOnCpu() {
    return true;
  }

  @Override
  public Scoring add(OnnxGraph graph, String series, LengthRule rule) {
    String grid = GridGraph.add(graph, series, rule);
    String difference = difference(graph, grid);
    SourceNodes sources = new SourceNodes(grid, difference, rule.samples());
    List<ViewNodes> views = new ArrayList<>();
    model.transform().views().forEach(view -> views.add(view.nodes(graph, sources)));
    List<String> features = new ArrayList<>();
    views.forEach(view -> features.add(view.features()));
    String all = graph.node("features", "Concat", features, Map.of("axis", 1L));
    String logits = logits(graph, all, order(views));
    return new Scoring() {
      @Override
      public String logits() {
        return logits;
      }

      @Override
      public void addRelevance(String output, int positive) {
        KernelRelevance.add(graph, output, series, model, views);
      }
    };
  }

  /** Of each feature in the graph, its index among those that Java makes. */
  static int[] order(List<ViewNodes> views) {
    IntStream.Builder order = IntStream.builder();
    int first = 0;
    for (ViewNodes view : views) {
      int from = first;
      int[] own = view.order();
      IntStream.of(own).map(index -> from + index).forEach(order::add);
      first += own.length;
    }
    return order.build().toArray();
  }

  private static float[] ordered(float[] each, int[] order) {
    float[] ordered = new float[order.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = each[order[i]];
    }
    return ordered;
  }

  private static String difference(OnnxGraph graph, String grid) {
    String axis = graph.integers("difference.axis", 3);
    String one = graph.integers("difference.one", 1);
    String later =
        graph.node(
            "difference.later",
            "Slice",
            grid,
            one,
            graph.integers("difference.all", Integer.MAX_VALUE),
            axis);
    String earlier =
        graph.node(
            "difference.earlier",
            "Slice",
            grid,
            graph.integers("difference.first", 0),
            graph.integers("difference.last", -1),
            axis);
    return graph.node("difference", "Sub", later, earlier);
  }

  /** In double: sums of tens of thousands of features that nearly cancel. */
  private String logits(OnnxGraph graph, String features, int[] order) {
    LinearHead head = model.head();
    float[] centers = ordered(head.center(), order);
    float[] weights = ordered(head.weight(), order);
    Map<String, ?> toDouble = Map.of("to", (long) DataType.DOUBLE.getNumber());
    String centre =
        graph.node(
            "head.center.double",
            "Cast",
            List.of(graph.floats("head.center", centers, centers.length)),
            toDouble);
    String weight =
        graph.node(
            "head.weight.double",
            "Cast",
            List.of(graph.floats("head.weight", weights, weights.length, 1)),
            toDouble);
    String doubles = graph.node("features.double", "Cast", List.of(features), toDouble);
    String product =
        graph.node(
            "head.product", "MatMul", graph.node("head.centred", "Sub", doubles, centre), weight);
    String score =
        graph.node(
            "head.score",
            "Add",
            product,
            graph.doubles("head.intercept", new double[] {head.intercept()}));
    double half = positive == 1 ? 0.5 : -0.5;
    String both =
        graph.node(
            "head.both",
            "MatMul",
            score,
            graph.doubles("head.halves", new double[] {-half, half}, 1, 2));
    return graph.node(
        "logits", "Cast", List.of(both), Map.of("to", (long) DataType.FLOAT.getNumber()));
  }
}
