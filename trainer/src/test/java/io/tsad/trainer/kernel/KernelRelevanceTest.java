package io.tsad.trainer.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.export.GraphRun;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.multirocket.KernelBank;
import io.tsad.trainer.kernel.multirocket.MultiRocket;
import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On series of which is known where the evidence lies. */
class KernelRelevanceTest {
  private static final int LENGTH = 256;
  private static final int BURST = 16;
  private static final LengthRule RULE = new LengthRule(LENGTH, false);

  @Test
  void thePeakLiesInTheBurstOfARegularSeries() throws Exception {
    Random random = new Random(1);
    List<double[]> series = new ArrayList<>();
    boolean[] positive = new boolean[60];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = i % 2 == 0;
      series.add(positive[i] ? burst(random, 20 + random.nextInt(200)) : regular(random));
    }
    KernelModel model = fit(series, positive);
    List<double[]> fresh =
        IntStream.range(0, 20).mapToObj(i -> burst(random, 20 + 10 * i)).toList();
    float[][] relevance = relevance(model, fresh);
    int inside = 0;
    for (int i = 0; i < relevance.length; i++) {
      int peak = peak(relevance[i]);
      inside += peak >= 17 + 10 * i && peak < 23 + BURST + 10 * i ? 1 : 0;
    }
    assertTrue(inside >= 19, inside + " of 20 inside");
  }

  private static double[] regular(Random random) {
    double phase = random.nextDouble() * 2 * Math.PI;
    return IntStream.range(0, LENGTH)
        .mapToDouble(t -> Math.sin(t / 6.0 + phase) + 0.1 * random.nextGaussian())
        .toArray();
  }

  private static double[] burst(Random random, int at) {
    double[] series = regular(random);
    for (int t = at; t < at + BURST; t++) {
      series[t] += random.nextGaussian();
    }
    return series;
  }

  private static KernelModel fit(List<double[]> series, boolean[] positive) {
    List<int[]> grids = series.stream().map(one -> Grid.of(one, RULE)).toList();
    KernelTransform transform = TransformDraw.draw(LENGTH, grids, new RandomStream(0, "kernels"));
    float[][] features = transform.of(grids, done -> {});
    float[] usual = new float[transform.features()];
    for (int i = 0; i < positive.length; i++) {
      for (int j = 0; j < usual.length && !positive[i]; j++) {
        usual[j] += 2 * features[i][j] / positive.length;
      }
    }
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      Ridge ridge = Ridge.fit(manager, features, transform.together(), positive);
      return new KernelModel(transform, ridge.head(), usual);
    }
  }

  /**
   * Where a usual series has nothing above the thresholds, all that is above is evidence: as much,
   * over all samples, as the score gains by it.
   */
  @Test
  void whatAFlatSeriesGainsByASpikeIsItsRelevanceAddedUp() throws Exception {
    double[] spike = new double[LENGTH];
    spike[100] = 1;
    // Above what the step from the flat part to the zeros around the series makes.
    int[] thresholds = {2000, 9000};
    KernelBank bank = new KernelBank(Source.SERIES, 3, true, new int[] {0, 40}, thresholds, false);
    MultiRocket view = new MultiRocket(LENGTH, List.of(bank));
    KernelTransform transform = new KernelTransform(LENGTH, List.of(view));
    float[] zeros = new float[transform.features()];
    float[] weight = new float[zeros.length];
    weight[0] = 300; // Of either kernel's share.
    weight[1] = 500;
    KernelModel model = new KernelModel(transform, new LinearHead(zeros, weight, 0), zeros);
    float[] relevance = relevance(model, List.of(spike))[0];
    double sum = IntStream.range(0, LENGTH).mapToDouble(t -> relevance[t]).sum();
    double gain = model.margins(List.of(spike), RULE)[0];
    assertTrue(gain > 1, "gain " + gain);
    assertEquals(gain, sum, 1e-3);
    // Half a kernel's reach to a position, a window, as much back, and what smoothing adds.
    int reach = (KernelBank.TAPS - 1) * 3 + bank.window(LENGTH) + 1;
    for (int t = 0; t < LENGTH; t++) {
      assertTrue(relevance[t] == 0 || Math.abs(t - 100) <= reach, "sample " + t);
    }
  }

  private static int peak(float[] relevance) {
    return IntStream.range(0, relevance.length)
        .reduce(0, (best, t) -> relevance[t] > relevance[best] ? t : best);
  }

  private static float[][] relevance(KernelModel model, List<double[]> series) throws Exception {
    OnnxGraph graph = new OnnxGraph("kernels");
    String input = graph.input("series", DataType.DOUBLE, "batch", "length");
    new KernelNodes("kernels", model, 1).add(graph, input, RULE).addRelevance("relevance", 1);
    graph.output("relevance", DataType.FLOAT, "batch", "length");
    return (float[][]) GraphRun.of(graph, series.toArray(double[][]::new)).get(0);
  }
}
