package io.tsad.trainer.kernel.innovations;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a {@link LinearPrediction} at each scale. All scales are solved at once: an
 * elimination is a few nodes a step, however many matrices there are.
 *
 * @param lags of each scale, float64 {@code [batch, TERMS, predicted]}: row {@code i} is the series
 *     {@code i} samples earlier
 * @param filters float64 {@code [batch, scales, 2, TERMS]}: by what lags add up to the errors of
 *     prediction from before and from after
 */
record LinearPredictionGraph(List<String> lags, String filters) {
  private static final int TERMS = LinearPrediction.ORDER + 1;

  private static final String NAME = "prediction.";

  static LinearPredictionGraph add(OnnxGraph graph, Innovations innovations, String grid) {
    List<String> lags = new ArrayList<>();
    List<String> products = new ArrayList<>();
    String reversal = graph.doubles(NAME + "reversal", reversal(), TERMS, TERMS);
    for (InnovationBank bank : innovations.banks()) {
      String of = NAME + "by%d.".formatted(bank.scale());
      String rows = lags(graph, of, bank.scale(), grid);
      String earlier =
          graph.node(
              of + "products", "MatMul", rows, transposed(graph, of + "columns", rows, 0L, 2L, 1L));
      String later =
          graph.node(
              of + "later",
              "MatMul",
              graph.node(of + "upside", "MatMul", reversal, earlier),
              reversal);
      lags.add(rows);
      products.add(
          graph.node(
              of + "matrix",
              "Unsqueeze",
              graph.node(of + "both", "Add", earlier, later),
              graph.integers(of + "axis", 1)));
    }
    String matrices = graph.node(NAME + "matrices", "Concat", products, Map.of("axis", 1L));
    String solved = solved(graph, ridged(graph, matrices));
    String column = graph.slice(NAME + "column", solved, 3, 0, 1);
    String row = transposed(graph, NAME + "row", column, 0L, 1L, 3L, 2L);
    double[] turned = new double[TERMS];
    Arrays.fill(turned, 1, TERMS, -1);
    String before =
        graph.node(
            NAME + "before",
            "Add",
            graph.node(
                NAME + "turned", "Mul", row, graph.doubles(NAME + "signs", turned, 1, 1, 1, TERMS)),
            graph.doubles(NAME + "own", unit(0), 1, 1, 1, TERMS));
    String after = graph.node(NAME + "after", "MatMul", before, reversal);
    String filters =
        graph.node(NAME + "filters", "Concat", List.of(before, after), Map.of("axis", 2L));
    return new LinearPredictionGraph(lags, filters);
  }

  /** Float64 {@code [batch, 2, predicted]} of a scale. */
  String errors(OnnxGraph graph, int scale) {
    String of = NAME + "errors%d".formatted(scale);
    String filter =
        graph.node(
            of + ".filter",
            "Squeeze",
            graph.slice(of + ".scale", filters, 1, scale, scale + 1),
            graph.integers(of + ".axis", 1));
    return graph.node(of, "MatMul", filter, lags.get(scale));
  }

  private static String lags(OnnxGraph graph, String name, int scale, String grid) {
    String averaged = ScaleGraph.averaged(graph, name, scale, grid);
    // Weights of 0 and 1: nothing is rounded.
    float[] taps = new float[TERMS * TERMS];
    for (int i = 0; i < TERMS; i++) {
      taps[i * TERMS + TERMS - 1 - i] = 1;
    }
    String rows =
        graph.node(
            name + "shifted",
            "Conv",
            List.of(averaged, graph.floats(name + "taps", taps, TERMS, 1, 1, TERMS)),
            Map.of("kernel_shape", List.of(1L, (long) TERMS)));
    String flat = graph.node(name + "rows", "Squeeze", rows, graph.integers(name + "height", 2));
    return graph.node(
        name + "lags", "Cast", List.of(flat), Map.of("to", (long) DataType.DOUBLE.getNumber()));
  }

  static String ridged(OnnxGraph graph, String matrices) {
    double[] diagonal = new double[TERMS * TERMS];
    for (int i = 1; i < TERMS; i++) {
      diagonal[i * TERMS + i] = 1;
    }
    String inner = graph.doubles(NAME + "diagonal", diagonal, 1, 1, TERMS, TERMS);
    String trace =
        graph.node(
            NAME + "trace",
            "ReduceSum",
            List.of(
                graph.node(NAME + "squares", "Mul", matrices, inner),
                graph.integers(NAME + "traced", 2, 3)),
            Map.of("keepdims", 1L));
    String share =
        graph.node(
            NAME + "share",
            "Mul",
            trace,
            graph.doubles(
                NAME + "ridge", new double[] {LinearPrediction.RIDGE / LinearPrediction.ORDER}));
    String ridge =
        graph.node(
            NAME + "least",
            "Add",
            share,
            graph.doubles(NAME + "step", new double[] {LinearPrediction.STEP}));
    return graph.node(
        NAME + "ridged", "Add", matrices, graph.node(NAME + "added", "Mul", ridge, inner));
  }

  static String solved(OnnxGraph graph, String matrices) {
    String a = matrices;
    for (int k = 1; k < TERMS; k++) {
      a = eliminated(graph, a, k, k);
    }
    return a;
  }

  /** A step of it, whose column stands {@code at} some place. */
  static String eliminated(OnnxGraph graph, String a, int k, int at) {
    String of = NAME + "step%02d.".formatted(k);
    String pivotRow = graph.slice(of + "row", a, 2, k, k + 1);
    String column = graph.slice(of + "column", a, 3, at, at + 1);
    String pivot = graph.slice(of + "pivot", pivotRow, 3, at, at + 1);
    String row = graph.node(of + "divided", "Div", pivotRow, pivot);
    String factors =
        graph.node(
            of + "factors", "Sub", column, graph.doubles(of + "unit", unit(k), 1, 1, TERMS, 1));
    return graph.node(of + "matrix", "Sub", a, graph.node(of + "change", "Mul", factors, row));
  }

  private static String transposed(OnnxGraph graph, String name, String x, Long... axes) {
    return graph.node(name, "Transpose", List.of(x), Map.of("perm", List.of(axes)));
  }

  private static double[] unit(int at) {
    double[] unit = new double[TERMS];
    unit[at] = 1;
    return unit;
  }

  private static double[] reversal() {
    double[] reversal = new double[TERMS * TERMS];
    for (int i = 0; i < TERMS; i++) {
      reversal[i * TERMS + TERMS - 1 - i] = 1;
    }
    return reversal;
  }
}
