package io.tsad.trainer.kernel.multirocket;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.FeatureWeights;
import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Repetition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The nodes that say what each window of a {@link KernelBankGraph} adds to a score.
 *
 * <p>A score is a sum over features, and a feature a mean over windows: what a window adds to it,
 * times the feature's weight, is that window's evidence. It counts from what windows of a usual
 * series add, so that evidence is what sets the series apart. Means whose divisor depends on the
 * series (MPV) are taken with the usual divisor; the largest window's share goes to that window,
 * and where several tie to each of them; the mean place (MIPV) says nothing of a single window and
 * is left out.
 *
 * <p>Within a window evidence is spread evenly. To ask each position costs two more passes over all
 * that kernels answer, and finds the anomaly hardly more often.
 */
final class BankEvidence {
  private final OnnxGraph graph;
  private final String name;
  private final KernelBankGraph nodes;
  private final FeatureWeights head;
  private final int first;
  private final int length;

  private BankEvidence(
      OnnxGraph graph,
      String name,
      KernelBankGraph nodes,
      FeatureWeights head,
      int first,
      int length) {
    this.graph = graph;
    this.name = name;
    this.nodes = nodes;
    this.head = head;
    this.first = first;
    this.length = length;
  }

  /**
   * Adds them.
   *
   * @param name that begins all others, ending with a dot
   * @param first of the bank's features, among those of {@code head}
   * @return float32 {@code [batch, 1, length]}: what a position adds, at the sample under its
   *     kernel's middle weight
   */
  static String add(
      OnnxGraph graph,
      String name,
      KernelBankGraph nodes,
      FeatureWeights head,
      int first,
      int length) {
    return new BankEvidence(graph, name, nodes, head, first, length).centres();
  }

  private String centres() {
    KernelBank bank = nodes.bank();
    int positions = bank.positions(length);
    int window = bank.window(length);
    int windows = bank.windows(length);
    String point =
        graph.node(
            name + "point",
            "Sub",
            graph.node(name + "each", "Mul", windows(), perPosition(positions, window, windows)),
            graph.floats(name + "rest", new float[] {(float) rest(positions)}));
    // A difference belongs to the later sample; without padding the first kernel begins there.
    int missing = length - bank.source().length(length);
    int front = missing + KernelBank.TAPS / 2 * bank.dilation() - bank.padding();
    String samples = Repetition.add(graph, name, point, windows, window, positions);
    int over = front + positions - length;
    if (over <= 0) {
      return Repetition.pad(graph, name, samples, front, -over);
    }
    // Positions that fill the last window may lie past the end.
    String inside = graph.slice(name + "inside", samples, 2, 0, positions - over);
    return Repetition.pad(graph, name, inside, front, 0);
  }

  /** Pools divide by a whole window, where the last has fewer positions too. */
  private String perPosition(int positions, int window, int windows) {
    float[] share = new float[windows];
    Arrays.fill(share, 1);
    share[windows - 1] = window / (float) (positions - (windows - 1) * window);
    return graph.floats(name + "share", share, windows);
  }

  /** What a position of a usual series adds by the share above thresholds (PPV). */
  private double rest(int positions) {
    double rest = 0;
    for (int c = 0; c < nodes.bank().channels(); c++) {
      rest += (double) weight(first + c) * usual(first + c) / positions;
    }
    return rest;
  }

  /** Of each window, as if all had as many positions, {@code [batch, 1, 1, windows]}. */
  private String windows() {
    KernelBank bank = nodes.bank();
    int channels = bank.channels();
    int positions = bank.positions(length);
    float[] weights = new float[3 * channels];
    float[] peaks = new float[channels];
    for (int c = 0; c < channels; c++) {
      int ppv = first + c;
      int mpv = ppv + channels;
      int peak = ppv + 3 * channels;
      double divisor = positions * Math.max(usual(ppv), 1.0 / positions);
      weights[c] = (float) (weight(ppv) / positions - weight(mpv) * usual(mpv) / divisor);
      weights[channels + c] = (float) (weight(mpv) / divisor / Grid.STEPS);
      weights[2 * channels + c] = weight(peak) / bank.window(length);
      peaks[c] = usual(peak);
    }
    String peak = KernelBankGraph.largest(graph, name + "peak", nodes.shares());
    String largest =
        graph.node(
            name + "mask",
            "Cast",
            List.of(graph.node(name + "largest", "Equal", nodes.shares(), peak)),
            Map.of("to", (long) DataType.FLOAT.getNumber()));
    String usual = graph.floats(name + "peaks", peaks, 1, channels, 1, 1);
    String unusual = graph.node(name + "unusual", "Sub", nodes.shares(), usual);
    String beyond = graph.node(name + "beyond", "Mul", largest, unusual);
    String all =
        graph.node(
            name + "pools",
            "Concat",
            List.of(nodes.shares(), nodes.means(), beyond),
            Map.of("axis", 1L));
    return graph.node(
        name + "windows",
        "Conv",
        List.of(all, graph.floats(name + "weights", weights, 1, weights.length, 1, 1)),
        Map.of("kernel_shape", List.of(1L, 1L)));
  }

  private float weight(int feature) {
    return head.weight()[feature];
  }

  private float usual(int feature) {
    return head.usual()[feature];
  }
}
