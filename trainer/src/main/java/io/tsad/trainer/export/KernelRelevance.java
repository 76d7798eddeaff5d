package io.tsad.trainer.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.kernel.Grid;
import io.tsad.trainer.kernel.HydraBank;
import io.tsad.trainer.kernel.KernelBank;
import io.tsad.trainer.kernel.KernelModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes that say where in a series a kernel classifier finds its evidence for the positive
 * class.
 *
 * <p>A score is a sum over features, and a feature a mean over positions: what a position adds to
 * it, times the feature's weight, is that position's evidence. It counts from what positions of a
 * usual series add, so that evidence is what sets the series apart. Means whose divisor depends on
 * the series (MPV) are taken with the usual divisor, the largest window's share goes to that
 * window, and where several tie to each of them, a root is taken as the straight line that touches
 * it at the usual value; the mean place (MIPV) says nothing of a single position and is left out.
 *
 * <p>Each position's evidence is spread evenly over the samples under the kernel's weights; summed
 * over all kernels, smoothed over a hundredth of the series, and cut off below zero.
 */
final class KernelRelevance {
  private static final int SMOOTHED = 100;

  private final OnnxGraph graph;
  private final KernelModel model;
  private final int length;

  private KernelRelevance(OnnxGraph graph, KernelModel model) {
    this.graph = graph;
    this.model = model;
    this.length = model.transform().length();
  }

  /**
   * Adds them.
   *
   * @param output the name of the last: float32 {@code [batch, length]}, at least 0
   * @param series {@code [batch, length]}; samples the model does not see get 0
   */
  static void add(
      OnnxGraph graph,
      String output,
      String series,
      KernelModel model,
      List<KernelBankGraph> banks,
      List<HydraGraph> groups,
      Optional<InnovationsGraph> innovations) {
    KernelRelevance nodes = new KernelRelevance(graph, model);
    List<String> evidence = new ArrayList<>();
    int at = 0;
    for (KernelBankGraph bank : banks) {
      evidence.add(nodes.evidence("relevance.bank%03d.".formatted(evidence.size()), bank, at));
      at += KernelBank.POOLS * bank.bank().channels();
    }
    for (HydraGraph group : groups) {
      evidence.add(nodes.evidence("relevance.hydra%03d.".formatted(evidence.size()), group, at));
      at += 2 * group.bank().groups() * HydraBank.GROUP;
    }
    if (innovations.isPresent()) {
      InnovationRelevance relevance = new InnovationRelevance(graph, innovations.get());
      evidence.add(relevance.add("relevance.innovations.", model.head(), model.usual(), at));
    }
    String sum = graph.node("relevance.all", "Sum", evidence, Map.of());
    int reach = Math.max(1, nodes.length / SMOOTHED / 2);
    String smooth =
        graph.node(
            "relevance.smooth",
            "AveragePool",
            List.of(sum),
            Map.of(
                "kernel_shape", List.of(1L, 2L * reach + 1),
                "pads", List.of(0L, (long) reach, 0L, (long) reach)));
    String positive = graph.node("relevance.positive", "Relu", smooth);
    String flat = graph.node("relevance.flat", "Flatten", positive);
    RawLength.add(graph, output, series, flat);
  }

  private float weight(int feature) {
    return model.head().weight()[feature];
  }

  private float usual(int feature) {
    return model.usual()[feature];
  }

  /** Of a bank, {@code [batch, 1, 1, length]}, whose features begin at {@code first}. */
  private String evidence(String name, KernelBankGraph nodes, int first) {
    KernelBank bank = nodes.bank();
    int channels = bank.channels();
    int positions = bank.positions(length);
    int window = bank.window(length);
    float[] ofAbove = new float[channels];
    float[] ofExcess = new float[channels];
    float[] ofPeak = new float[channels];
    double rest = 0;
    for (int c = 0; c < channels; c++) {
      int ppv = first + c;
      int mpv = first + channels + c;
      int peak = first + 3 * channels + c;
      double divisor = positions * Math.max(usual(ppv), 1.0 / positions);
      ofAbove[c] = (float) (weight(ppv) / positions - weight(mpv) * usual(mpv) / divisor);
      ofExcess[c] = (float) (weight(mpv) / divisor / Grid.STEPS);
      ofPeak[c] = weight(peak) / window;
      rest += (double) weight(ppv) * usual(ppv) / positions;
    }
    String atLargest =
        graph.node(
            name + "mask",
            "Cast",
            List.of(graph.node(name + "largest", "Equal", nodes.shares(), nodes.peak())),
            Map.of("to", (long) DataType.FLOAT.getNumber()));
    float[] usualPeaks = new float[channels];
    for (int c = 0; c < channels; c++) {
      usualPeaks[c] = usual(first + 3 * channels + c);
    }
    String beyond =
        graph.node(
            name + "beyond",
            "Mul",
            atLargest,
            graph.node(
                name + "unusual",
                "Sub",
                nodes.shares(),
                graph.floats(name + "peaks", usualPeaks, 1, channels, 1, 1)));
    String windows = combine(name + "windows", beyond, ofPeak);
    int all = bank.windows(length) * window;
    String sample =
        graph.slice(
            name + "window",
            graph.node(
                name + "unrolled",
                "Reshape",
                graph.node(
                    name + "repeated",
                    "Expand",
                    graph.node(
                        name + "column",
                        "Transpose",
                        List.of(windows),
                        Map.of("perm", List.of(0L, 1L, 3L, 2L))),
                    graph.integers(name + "times", 1, 1, 1, window)),
                graph.integers(name + "row", 0, 1, 1, all)),
            3,
            0,
            positions);
    String point =
        graph.node(
            name + "point",
            "Sum",
            combine(name + "share", nodes.above(), ofAbove),
            combine(name + "height", nodes.excess(), ofExcess),
            sample,
            graph.floats(name + "rest", new float[] {(float) -rest}));
    return spread(name, point, bank.dilation(), bank.padded(), length - positions(bank));
  }

  /** Samples of the series that remain after the source and a transposed kernel. */
  private int positions(KernelBank bank) {
    return bank.source().length(length);
  }

  private String evidence(String name, HydraGraph nodes, int first) {
    HydraBank bank = nodes.bank();
    int groups = bank.groups();
    int kernels = groups * HydraBank.GROUP;
    int positions = bank.positions(length);
    float[] ofMost = new float[kernels];
    float[] ofLeast = new float[kernels];
    double rest = 0;
    for (int k = 0; k < kernels; k++) {
      ofMost[k] = (float) (slope(first + k) / positions / HydraBank.WEIGHT / Grid.STEPS);
      ofLeast[k] = (float) (slope(first + kernels + k) / positions);
      rest += slope(first + k) * square(first + k) / positions;
      rest += slope(first + kernels + k) * square(first + kernels + k) / positions;
    }
    String most = flat(name + "most", nodes.most(), kernels, positions);
    String byGroup =
        graph.node(
            name + "groups",
            "Conv",
            List.of(
                most, graph.floats(name + "most.weight", ofMost, groups, HydraBank.GROUP, 1, 1)),
            Map.of("kernel_shape", List.of(1L, 1L), "group", (long) groups));
    String gains =
        graph.node(
            name + "gains",
            "ReduceSum",
            List.of(
                graph.node(
                    name + "gain",
                    "Mul",
                    byGroup,
                    flat(name + "answers", nodes.largest(), groups, positions)),
                graph.integers(name + "axes", 1)),
            Map.of("keepdims", 1L));
    String point =
        graph.node(
            name + "point",
            "Sum",
            gains,
            combine(
                name + "least",
                flat(name + "smallest", nodes.least(), kernels, positions),
                ofLeast),
            graph.floats(name + "rest", new float[] {(float) -rest}));
    return spread(name, point, bank.dilation(), true, length - positions);
  }

  /** Of a root at its usual value: how much the score changes with what is under the root. */
  private double slope(int feature) {
    return weight(feature) / (2 * Math.max(usual(feature), 0.03));
  }

  private double square(int feature) {
    return (double) usual(feature) * usual(feature);
  }

  private String flat(String name, String x, int channels, int positions) {
    return graph.node(
        name + ".flat", "Reshape", x, graph.integers(name + ".shape", 0, channels, 1, positions));
  }

  /** The weighted sum over channels. */
  private String combine(String name, String x, float[] weight) {
    return graph.node(
        name,
        "Conv",
        List.of(x, graph.floats(name + ".weight", weight, 1, weight.length, 1, 1)),
        Map.of("kernel_shape", List.of(1L, 1L)));
  }

  /**
   * From positions to samples: each gets a ninth of what lies under each weight.
   *
   * @param padded whether positions are samples already
   * @param missing samples that the source has fewer than the series: filled up at the front
   */
  private String spread(String name, String point, int dilation, boolean padded, int missing) {
    long reach = (long) (KernelBank.TAPS - 1) * dilation;
    long side = padded ? reach / 2 : reach;
    float[] share = new float[KernelBank.TAPS];
    Arrays.fill(share, 1f / KernelBank.TAPS);
    return graph.node(
        name + "spread",
        "Conv",
        List.of(point, graph.floats(name + "taps", share, 1, 1, 1, KernelBank.TAPS)),
        Map.of(
            "kernel_shape", List.of(1L, (long) KernelBank.TAPS),
            "dilations", List.of(1L, (long) dilation),
            "pads", List.of(0L, side + missing, 0L, side)));
  }
}
