package io.tsad.trainer.export.kernel;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.HydraBank;
import io.tsad.trainer.kernel.Innovations;
import io.tsad.trainer.kernel.KernelBank;
import io.tsad.trainer.kernel.KernelModel;
import io.tsad.trainer.kernel.LinearHead;
import io.tsad.trainer.kernel.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    int length = rule.samples();
    List<KernelBankGraph> banks = new ArrayList<>();
    for (KernelBank bank : model.transform().banks()) {
      String source = bank.source() == Source.SERIES ? grid : difference;
      String prefix = "bank%03d.".formatted(banks.size());
      banks.add(KernelBankGraph.add(graph, prefix, bank, source, length));
    }
    List<HydraGraph> hydra = new ArrayList<>();
    for (HydraBank bank : model.transform().hydra()) {
      String source = bank.source() == Source.SERIES ? grid : difference;
      String prefix = "hydra%02d.".formatted(hydra.size());
      hydra.add(HydraGraph.add(graph, prefix, bank, source, length));
    }
    List<String> features = new ArrayList<>();
    if (!banks.isEmpty()) {
      features.add(PoolsGraph.add(graph, banks, length));
    }
    if (!hydra.isEmpty()) {
      features.add(ContestsGraph.add(graph, hydra, length));
    }
    Optional<InnovationsGraph> innovations = innovations(graph, grid);
    innovations.ifPresent(nodes -> features.add(nodes.features()));
    String all = graph.node("features", "Concat", features, Map.of("axis", 1L));
    String logits = logits(graph, all);
    return new Scoring() {
      @Override
      public String logits() {
        return logits;
      }

      @Override
      public void addRelevance(String output, int positive) {
        KernelRelevance.add(graph, output, series, model, banks, innovations);
      }
    };
  }

  private Optional<InnovationsGraph> innovations(OnnxGraph graph, String grid) {
    Innovations innovations = model.transform().innovations();
    return innovations.features() == 0
        ? Optional.empty()
        : Optional.of(InnovationsGraph.add(graph, innovations, grid));
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
  private String logits(OnnxGraph graph, String features) {
    LinearHead head = model.head();
    FeatureOrder order = FeatureOrder.of(model.transform());
    float[] centers = order.of(head.center());
    float[] weights = order.of(head.weight());
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
