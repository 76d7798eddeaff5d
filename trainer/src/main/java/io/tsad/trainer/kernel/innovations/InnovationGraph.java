package io.tsad.trainer.kernel.innovations;

import io.tsad.trainer.export.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The nodes of an {@link InnovationBank}, all of them float64.
 *
 * @param power {@code [batch, 1, samples]}, as a share of its mean
 * @param contrasts of each window size, the logarithms of its windows' power less their mean,
 *     {@code [batch, 1, windows]}
 * @param figures {@code [batch, figures]}
 */
record InnovationGraph(InnovationBank bank, String power, List<String> contrasts, String figures) {
  private static final Map<String, ?> PER_SERIES = Map.of("axes", List.of(2L), "keepdims", 1L);

  /**
   * Adds them.
   *
   * @param name that no other bank has, ending with a dot
   * @param errors {@code [batch, 2, samples − ORDER]}
   * @param length of the series
   */
  static InnovationGraph add(
      OnnxGraph graph, String name, InnovationBank bank, String errors, int length) {
    int samples = bank.samples(length);
    String squares = power(graph, name, errors, samples);
    String mean = WindowsGraph.mean(graph, name, squares);
    String power = graph.node(name + "power", "Div", squares, mean);
    List<String> figures = new ArrayList<>();
    String beyond =
        graph.node(name + "beyond", "Sub", power, graph.doubles(name + "one", new double[] {1}));
    figures.add(largestSum(graph, name + "squares.", beyond, samples));
    String forward = graph.slice(name + "forward", errors, 1, 0, 1);
    String middle = graph.node(name + "middle", "ReduceMean", List.of(forward), PER_SERIES);
    String drift =
        graph.node(
            name + "drift",
            "Div",
            graph.node(name + "error", "Sub", forward, middle),
            graph.node(name + "deviation", "Sqrt", mean));
    figures.add(largestSum(graph, name + "errors.", drift, samples - LinearPrediction.ORDER));
    List<String> contrasts = new ArrayList<>();
    for (int half : bank.halves(length)) {
      contrasts.add(
          WindowsGraph.contrasts(graph, name + "half%d.".formatted(half), power, half, samples));
      figures.addAll(
          figures(graph, name + "half%d.".formatted(half), contrasts.get(contrasts.size() - 1)));
    }
    String all = graph.node(name + "columns", "Concat", figures, Map.of("axis", 2L));
    String flat = graph.node(name + "figures", "Flatten", all);
    return new InnovationGraph(bank, power, contrasts, flat);
  }

  private static String power(OnnxGraph graph, String name, String errors, int samples) {
    int order = LinearPrediction.ORDER;
    String squares = graph.node(name + "squared", "Mul", errors, errors);
    String forward =
        graph.node(
            name + "fromBefore",
            "Pad",
            graph.slice(name + "before", squares, 1, 0, 1),
            graph.integers(name + "front", 0, 0, order, 0, 0, 0));
    String backward =
        graph.node(
            name + "fromAfter",
            "Pad",
            graph.slice(name + "after", squares, 1, 1, 2),
            graph.integers(name + "back", 0, 0, 0, 0, 0, order));
    // Both count half where there are both.
    double[] share = new double[samples];
    Arrays.fill(share, 1);
    Arrays.fill(share, order, samples - order, 0.5);
    return graph.node(
        name + "eachPower",
        "Mul",
        graph.node(name + "bothSquared", "Add", forward, backward),
        graph.doubles(name + "share", share, 1, 1, samples));
  }

  private static String largestSum(OnnxGraph graph, String name, String x, int count) {
    String sums = graph.node(name + "sums", "CumSum", x, graph.integers(name + "axis", 2));
    String largest =
        graph.node(
            name + "largest",
            "ReduceMax",
            List.of(graph.node(name + "absolute", "Abs", sums)),
            PER_SERIES);
    String relative =
        graph.node(
            name + "relative",
            "Div",
            largest,
            graph.doubles(name + "root", new double[] {Math.sqrt(count)}));
    String above =
        graph.node(
            name + "above",
            "Add",
            relative,
            graph.doubles(name + "least", new double[] {InnovationBank.LEAST}));
    return graph.node(name + "logarithm", "Log", above);
  }

  private static List<String> figures(OnnxGraph graph, String name, String contrast) {
    String largest = graph.node(name + "largest", "ReduceMax", List.of(contrast), PER_SERIES);
    String deviation = WindowsGraph.deviation(graph, name, contrast);
    return List.of(
        largest,
        graph.node(name + "spreadLog", "Log", deviation),
        graph.node(name + "deviations", "Div", largest, deviation));
  }
}
