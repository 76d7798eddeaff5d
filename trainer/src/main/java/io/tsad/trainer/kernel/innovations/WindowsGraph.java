package io.tsad.trainer.kernel.innovations;

import io.tsad.trainer.export.OnnxGraph;
import java.util.List;
import java.util.Map;

/** The nodes of windows along a series that overlap by half, all of them float64. */
final class WindowsGraph {
  private static final Map<String, ?> PER_SERIES = Map.of("axes", List.of(2L), "keepdims", 1L);

  private WindowsGraph() {}

  /**
   * The mean that power is a share of; silence has one too.
   *
   * @param squares {@code [batch, 1, samples]}
   * @return {@code [batch, 1, 1]}
   */
  static String mean(OnnxGraph graph, String name, String squares) {
    return graph.node(
        name + "mean",
        "Add",
        graph.node(name + "average", "ReduceMean", List.of(squares), PER_SERIES),
        graph.doubles(name + "step", new double[] {LinearPrediction.STEP}));
  }

  /**
   * The logarithms of the windows' mean power, less their mean. Two halves to each window.
   *
   * @param name that begins all others, ending with a dot
   * @param power {@code [batch, 1, samples]}, as a share of its mean
   * @return {@code [batch, 1, windows]}
   */
  static String contrasts(OnnxGraph graph, String name, String power, int half, int samples) {
    int halves = samples / half;
    String whole = graph.slice(name + "whole", power, 2, 0, (long) halves * half);
    String means =
        graph.node(
            name + "means",
            "ReduceMean",
            List.of(
                graph.node(
                    name + "split",
                    "Reshape",
                    whole,
                    graph.integers(name + "shape", 0, halves, half))),
            Map.of("axes", List.of(2L), "keepdims", 0L));
    String first = graph.slice(name + "first", means, 1, 0, halves - 1);
    String second = graph.slice(name + "second", means, 1, 1, halves);
    String windows =
        graph.node(
            name + "windows",
            "Mul",
            graph.node(name + "both", "Add", first, second),
            graph.doubles(name + "two", new double[] {0.5}));
    String above =
        graph.node(
            name + "above",
            "Add",
            graph.node(name + "row", "Unsqueeze", windows, graph.integers(name + "place", 1)),
            graph.doubles(name + "least", new double[] {InnovationBank.FLOOR}));
    String logs = graph.node(name + "logarithm", "Log", above);
    return graph.node(
        name + "contrast",
        "Sub",
        logs,
        graph.node(name + "usual", "ReduceMean", List.of(logs), PER_SERIES));
  }

  /** By how much contrasts differ, {@code [batch, 1, 1]}. */
  static String deviation(OnnxGraph graph, String name, String contrasts) {
    String variance =
        graph.node(
            name + "variance",
            "ReduceMean",
            List.of(graph.node(name + "squares", "Mul", contrasts, contrasts)),
            PER_SERIES);
    return graph.node(
        name + "deviation",
        "Add",
        graph.node(name + "root", "Sqrt", variance),
        graph.doubles(name + "spread", new double[] {InnovationBank.SPREAD}));
  }
}
