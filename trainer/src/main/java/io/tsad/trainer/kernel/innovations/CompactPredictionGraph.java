package io.tsad.trainer.kernel.innovations;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a {@link LinearPrediction} at each scale, all float64. A scale is a matrix whose
 * rows are a few samples and the {@link LinearPrediction#ORDER} before them: every product of two
 * samples that are no further apart is one of two in the same row, so that the sums over all of a
 * series are one product of matrices, and so are the errors. No lag is laid out by itself.
 *
 * @param blocks of each scale, {@code [batch, rows, Lags.WIDE]}
 * @param filters {@code [batch, scales, Lags.WIDE, 2 × Lags.ROW]}: from a row of blocks to the
 *     errors of prediction from before and from after
 */
record CompactPredictionGraph(List<InnovationBank> banks, List<String> blocks, String filters) {
  private static final int ORDER = LinearPrediction.ORDER;
  private static final int TERMS = ORDER + 1;

  /** Columns that go at a time; divides the order. */
  private static final int TOGETHER = 8;

  private static final String NAME = "prediction.";

  /**
   * Adds them.
   *
   * @param grid float32 {@code [batch, 1, 1, length]}
   */
  static CompactPredictionGraph add(
      OnnxGraph graph, List<InnovationBank> banks, String grid, int length) {
    List<String> blocks = new ArrayList<>();
    List<String> products = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    for (InnovationBank bank : banks) {
      String of = NAME + "by%d.".formatted(bank.scale());
      int samples = bank.samples(length);
      String padded =
          padded(graph, of, ScaleGraph.averaged(graph, of, bank.scale(), grid), samples);
      String rows =
          graph.node(of + "rows", "Reshape", padded, graph.integers(of + "shape", 0, -1, Lags.ROW));
      int count = rows(samples);
      List<String> shifted = new ArrayList<>();
      for (int row = 0; row <= ORDER / Lags.ROW; row++) {
        shifted.add(graph.slice(of + "from%d".formatted(row), rows, 1, row, row + count));
      }
      String block = graph.node(of + "blocks", "Concat", shifted, Map.of("axis", 2L));
      blocks.add(block);
      String own = transposed(graph, of + "columns", shifted.get(shifted.size() - 1));
      products.add(diagonals(graph, of, graph.node(of + "products", "MatMul", own, block)));
      long[] places = Lags.ends(samples);
      ends.add(
          graph.node(
              of + "ends",
              "Gather",
              List.of(padded, graph.matrix(of + "places", places, 1, places.length)),
              Map.of("axis", 1L)));
    }
    String matrices =
        matrices(graph, stacked(graph, "all", products), stacked(graph, "edges", ends));
    String filters = filters(graph, solved(graph, matrices));
    return new CompactPredictionGraph(banks, blocks, filters);
  }

  private static int rows(int samples) {
    return (samples + Lags.ROW - 1) / Lags.ROW;
  }

  /**
   * From products of what is so far into a row and so far into its block, with one more in each
   * row: then those that are as far apart stand in one column. {@code [batch, 1, WIDE + 1]}.
   */
  private static String diagonals(OnnxGraph graph, String of, String products) {
    String more =
        graph.node(
            of + "more",
            "Pad",
            graph.node(of + "inOne", "Flatten", products),
            graph.integers(of + "rest", 0, 0, 0, Lags.ROW));
    String skewed =
        graph.node(
            of + "skewed",
            "Reshape",
            more,
            graph.integers(of + "wider", 0, 1, Lags.ROW, Lags.WIDE + 1));
    return graph.node(
        of + "sums",
        "ReduceSum",
        List.of(skewed, graph.integers(of + "second", 2)),
        Map.of("keepdims", 0L));
  }

  /** As whole rows after ORDER zeros, {@code [batch, ORDER + rows × ROW]}. */
  private static String padded(OnnxGraph graph, String of, String averaged, int samples) {
    String exact =
        graph.node(
            of + "exact",
            "Cast",
            List.of(graph.node(of + "flat", "Flatten", averaged)),
            Map.of("to", (long) DataType.DOUBLE.getNumber()));
    long back = (long) rows(samples) * Lags.ROW - samples;
    return graph.node(of + "padded", "Pad", exact, graph.integers(of + "pads", 0, ORDER, 0, back));
  }

  private static String stacked(OnnxGraph graph, String name, List<String> parts) {
    return graph.node(NAME + name, "Concat", parts, Map.of("axis", 1L));
  }

  /**
   * Of every two lags, both ways, {@code [batch, scales, TERMS, TERMS]}: what the sums over all
   * samples are, less what only series with zeros around them would add.
   */
  private static String matrices(OnnxGraph graph, String products, String ends) {
    String all = gathered(graph, "toeplitz", products, Lags.distances(), TERMS, TERMS);
    String outside = gathered(graph, "outside", ends, Lags.outside(), TERMS, 2L * ORDER);
    String added =
        graph.node(
            NAME + "beyond",
            "MatMul",
            outside,
            graph.node(
                NAME + "outsideColumns",
                "Transpose",
                List.of(outside),
                Map.of("perm", List.of(0L, 1L, 3L, 2L))));
    String earlier = graph.node(NAME + "earlier", "Sub", all, added);
    String later =
        graph.node(
            NAME + "later",
            "Slice",
            earlier,
            graph.integers(NAME + "fromEnd", -1, -1),
            graph.integers(NAME + "toStart", -TERMS - 1, -TERMS - 1),
            graph.integers(NAME + "axes", 2, 3),
            graph.integers(NAME + "backwards", -1, -1));
    return graph.node(NAME + "matrices", "Add", earlier, later);
  }

  private static String gathered(
      OnnxGraph graph, String name, String x, long[] places, long... shape) {
    return graph.node(
        NAME + name,
        "Gather",
        List.of(x, graph.matrix(NAME + name + ".places", places, shape)),
        Map.of("axis", 2L));
  }

  /**
   * The first column of the solved matrices, {@code [batch, scales, TERMS, 1]}: by the steps for
   * matrices made otherwise, since an elimination by blocks would lose digits that pure cycles
   * need. A column that has had its step is never read again, and goes with a few others: to go
   * alone, what is left would be copied as often as it is computed.
   */
  private static String solved(OnnxGraph graph, String matrices) {
    String ridged = LinearPredictionGraph.ridged(graph, matrices);
    String a =
        graph.node(
            NAME + "firstLast",
            "Concat",
            List.of(
                graph.slice(NAME + "others", ridged, 3, 1, TERMS),
                graph.slice(NAME + "first", ridged, 3, 0, 1)),
            Map.of("axis", 3L));
    int gone = 0;
    for (int k = 1; k < TERMS; k++) {
      a = LinearPredictionGraph.eliminated(graph, a, k, k - 1 - gone);
      if (k % TOGETHER == 0) {
        a = graph.slice(NAME + "left%02d".formatted(k), a, 3, k - gone, TERMS - gone);
        gone = k;
      }
    }
    return a;
  }

  /** From the weights with their signs turned. */
  private static String filters(OnnxGraph graph, String solved) {
    String weights =
        graph.node(NAME + "weights", "Squeeze", solved, graph.integers(NAME + "last", 3));
    double[] turned = new double[TERMS];
    Arrays.fill(turned, 1, TERMS, -1);
    double[] own = new double[TERMS];
    own[0] = 1;
    String filter =
        graph.node(
            NAME + "filter",
            "Add",
            graph.node(
                NAME + "turned", "Mul", weights, graph.doubles(NAME + "signs", turned, TERMS)),
            graph.doubles(NAME + "self", own, TERMS));
    String some =
        graph.node(NAME + "orNone", "Pad", filter, graph.integers(NAME + "none", 0, 0, 0, 0, 0, 1));
    return gathered(graph, "filters", some, Lags.filters(), Lags.WIDE, 2L * Lags.ROW);
  }

  /** Float64 {@code [batch, 2, predicted]} of a scale. */
  String errors(OnnxGraph graph, int scale, int length) {
    String of = NAME + "errors%d".formatted(scale);
    int samples = banks.get(scale).samples(length);
    String filter =
        graph.node(
            of + ".filter",
            "Squeeze",
            graph.slice(of + ".scale", filters, 1, scale, scale + 1),
            graph.integers(of + ".axis", 1));
    String byRow = graph.node(of + ".each", "MatMul", blocks.get(scale), filter);
    String both =
        graph.node(
            of + ".both",
            "Transpose",
            List.of(
                graph.node(
                    of + ".split",
                    "Reshape",
                    byRow,
                    graph.integers(of + ".two", 0, -1, 2, Lags.ROW))),
            Map.of("perm", List.of(0L, 2L, 1L, 3L)));
    String flat = graph.node(of + ".flat", "Reshape", both, graph.integers(of + ".way", 0, 2, -1));
    return graph.slice(of, flat, 2, ORDER, samples);
  }

  private static String transposed(OnnxGraph graph, String name, String x) {
    return graph.node(name, "Transpose", List.of(x), Map.of("perm", List.of(0L, 2L, 1L)));
  }
}
