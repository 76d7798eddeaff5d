package io.tsad.trainer.kernel.multirocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.export.GraphRun;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.KernelModel;
import io.tsad.trainer.kernel.KernelNodes;
import io.tsad.trainer.kernel.KernelTransform;
import io.tsad.trainer.kernel.LinearHead;
import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against sums over windows, kernel by kernel. */
class BankEvidenceTest {
  /** So that the last window of some banks has fewer positions, of others not. */
  private static final int LENGTH = 251;

  private static final LengthRule RULE = new LengthRule(LENGTH, false);

  private static final List<KernelBank> BANKS_WITH_A_REST =
      List.of(
          new KernelBank(Source.SERIES, 3, true, new int[] {0, 40}, new int[] {2000, 9000}, false),
          new KernelBank(Source.SERIES, 5, false, new int[] {7}, new int[] {-500, 0, 4000}, false),
          new KernelBank(
              Source.DIFFERENCE, 5, true, new int[] {83, 12}, new int[] {100, 3000}, false),
          new KernelBank(
              Source.DIFFERENCE, 3, false, new int[] {55}, new int[] {700, 20000}, false));

  private final Random random = new Random(4);

  @Test
  void relevanceIsWhatWindowsAddToTheScoreSpreadOverTheirSamples() throws Exception {
    check(new MultiRocket(LENGTH, BANKS_WITH_A_REST));
  }

  @Test
  void soItIsWhereTheLastWindowIsFilledUp() throws Exception {
    check(new MultiRocket(LENGTH, BANKS_WITH_A_REST).compact());
  }

  private void check(MultiRocket view) throws Exception {
    KernelModel model = model(view);
    double[][] series = new double[3][];
    for (int i = 0; i < series.length; i++) {
      series[i] = random.doubles(LENGTH, -1, 1).toArray();
    }
    series[1][120] = 20;
    float[][] relevance = relevance(model, series);
    for (int i = 0; i < series.length; i++) {
      double[] evidence = evidence(view, model, Grid.of(series[i], RULE));
      float[] expected = new float[LENGTH];
      for (int t = 0; t < LENGTH; t++) {
        double mean =
            IntStream.rangeClosed(Math.max(0, t - 1), Math.min(LENGTH - 1, t + 1))
                .mapToDouble(s -> evidence[s])
                .average()
                .orElseThrow();
        expected[t] = (float) Math.max(0, mean);
      }
      float largest =
          (float) IntStream.range(0, LENGTH).mapToDouble(t -> expected[t]).max().orElseThrow();
      assertTrue(largest > 1e-3, "largest " + largest);
      assertArrayEquals(expected, relevance[i], 1e-5f * largest, "series " + i);
    }
  }

  private KernelModel model(MultiRocket view) {
    KernelTransform transform = new KernelTransform(LENGTH, List.of(view));
    int features = transform.features();
    float[] weight = new float[features];
    float[] usual = new float[features];
    for (int j = 0; j < features; j++) {
      weight[j] = (float) random.nextGaussian();
      usual[j] = random.nextInt(4) == 0 ? 0 : random.nextFloat();
    }
    return new KernelModel(transform, new LinearHead(usual, weight, 0.5), usual);
  }

  private static double[] evidence(MultiRocket view, KernelModel model, int[] grid) {
    double[] evidence = new double[LENGTH];
    int first = 0;
    for (KernelBank bank : view.banks()) {
      int[] source = grid;
      if (bank.source() == Source.DIFFERENCE) {
        source = new int[LENGTH - 1];
        Arrays.setAll(source, i -> grid[i + 1] - grid[i]);
      }
      int channels = bank.channels();
      for (int c = 0; c < channels; c++) {
        double[] added = added(model, bank, c, response(bank, c, source), first);
        // Positions whose middle lies past the end only fill the last window up.
        int past = LENGTH - source.length + KernelBank.TAPS / 2 * bank.dilation() - bank.padding();
        for (int p = 0; p < Math.min(added.length, LENGTH - past); p++) {
          for (int tap = 0; tap < KernelBank.TAPS; tap++) {
            int t = p + tap * bank.dilation() - bank.padding() + LENGTH - source.length;
            if (t >= 0 && t < LENGTH) {
              evidence[t] += added[p] / KernelBank.TAPS;
            }
          }
        }
      }
      first += KernelBank.POOLS * channels;
    }
    return evidence;
  }

  /** What a channel answers less its threshold, at each position. */
  private static int[] response(KernelBank bank, int channel, int[] source) {
    int perKernel = bank.channels() / bank.kernels().length;
    int[] three = KernelBank.KERNELS.get(bank.kernels()[channel / perKernel]);
    int[] response = new int[bank.positions(LENGTH)];
    for (int p = 0; p < response.length; p++) {
      response[p] = -bank.thresholds()[channel];
      for (int tap = 0; tap < KernelBank.TAPS; tap++) {
        int t = p + tap * bank.dilation() - bank.padding();
        int place = tap;
        boolean two = Arrays.stream(three).anyMatch(one -> one == place);
        response[p] += t >= 0 && t < source.length ? (two ? 2 : -1) * source[t] : 0;
      }
    }
    return response;
  }

  /** What each position adds to the score, alike within a window. */
  private static double[] added(
      KernelModel model, KernelBank bank, int channel, int[] response, int first) {
    int channels = bank.channels();
    int ppv = first + channel;
    int mpv = ppv + channels;
    int peak = ppv + 3 * channels;
    float[] weight = model.head().weight();
    float[] usual = model.usual();
    int positions = response.length;
    int window = bank.window(LENGTH);
    double usualCount = Math.max(1, usual[ppv] * (double) positions);
    int most = 0;
    for (int from = 0; from < positions; from += window) {
      most = Math.max(most, above(response, from, Math.min(positions, from + window)));
    }
    double[] added = new double[positions];
    for (int from = 0; from < positions; from += window) {
      int to = Math.min(positions, from + window);
      int above = above(response, from, to);
      double excess =
          IntStream.range(from, to).mapToDouble(p -> Math.max(0, response[p])).sum() / Grid.STEPS;
      double sum = weight[ppv] * (above - usual[ppv] * (double) (to - from)) / positions;
      sum += weight[mpv] * (excess - usual[mpv] * (double) above) / usualCount;
      if (above == most) {
        sum += weight[peak] * (above / (double) window - usual[peak]);
      }
      Arrays.fill(added, from, to, sum / (to - from));
    }
    return added;
  }

  private static int above(int[] response, int from, int to) {
    return (int) IntStream.range(from, to).filter(p -> response[p] > 0).count();
  }

  private static float[][] relevance(KernelModel model, double[][] series) throws Exception {
    OnnxGraph graph = new OnnxGraph("kernels");
    String input = graph.input("series", DataType.DOUBLE, "batch", "length");
    new KernelNodes("kernels", model, 1).add(graph, input, RULE).addRelevance("relevance", 1);
    graph.output("relevance", DataType.FLOAT, "batch", "length");
    return (float[][]) GraphRun.of(graph, series).get(0);
  }
}
