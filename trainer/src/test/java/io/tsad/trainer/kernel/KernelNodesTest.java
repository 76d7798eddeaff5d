package io.tsad.trainer.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.export.GraphRun;
import io.tsad.trainer.export.ModelNodes;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.view.Grid;
import io.tsad.trainer.kernel.view.SourceNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelNodesTest {
  private static final int SERIES = 12;

  @ParameterizedTest
  @ValueSource(ints = {17, 64, 300, 1500})
  void theGraphHasTheFeaturesAndScoresOfJava(int length) throws Exception {
    check(length, whole -> whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 64, 300, 1500, 3653})
  void soHasThatOfATransformThinnedOut(int length) throws Exception {
    check(length, whole -> whole.keeping(whole.thinned(1.0 / 16)).compact());
  }

  private static void check(int length, UnaryOperator<KernelTransform> change) throws Exception {
    LengthRule rule = new LengthRule(length, true);
    List<double[]> series = series(length);
    List<int[]> grids = series.stream().map(one -> Grid.of(one, rule)).toList();
    KernelTransform transform =
        change.apply(TransformDraw.draw(length, grids, new RandomStream(3, "kernels")));
    float[][] features = transform.of(grids, done -> {});
    LinearHead head = head(features);
    KernelModel model = new KernelModel(transform, head, features[5]);
    for (int positive = 0; positive < 2; positive++) {
      OnnxGraph graph = new OnnxGraph("kernels");
      String input = graph.input("series", DataType.DOUBLE, "batch", "length");
      ModelNodes.Scoring scoring =
          new KernelNodes("kernels", model, positive).add(graph, input, rule);
      int[] order = order(transform);
      graph.output("features", DataType.FLOAT, "batch", transform.features());
      graph.output(scoring.logits(), DataType.FLOAT, "batch", 2);
      double[] margins = model.margins(series, rule);
      // All at once where they are of one length, then one by one.
      Map<Integer, List<Integer>> ofLength = new TreeMap<>();
      for (int i = 0; i < series.size(); i++) {
        ofLength.computeIfAbsent(series.get(i).length, n -> new ArrayList<>()).add(i);
      }
      for (List<Integer> some : ofLength.values()) {
        List<float[][]> results =
            run(graph, some.stream().map(series::get).toArray(double[][]::new));
        for (int row = 0; row < some.size(); row++) {
          int i = some.get(row);
          for (int j = 0; j < features[i].length; j++) {
            float feature = features[i][order[j]];
            assertEquals(
                feature,
                results.get(0)[row][j],
                2e-6 * Math.max(1, Math.abs(feature)),
                "series " + i + ", feature " + order[j]);
          }
          float[] logits = results.get(1)[row];
          assertEquals(margins[i], logits[positive] - logits[1 - positive], 1e-5, "series " + i);
        }
      }
    }
  }

  /** ONNX Runtime's CUDA provider pads both ends by what is asked of the first. */
  @ParameterizedTest
  @ValueSource(ints = {17, 300, 1500})
  void whatIsPooledIsPaddedAlikeAtBothEnds(int length) {
    LengthRule rule = new LengthRule(length, true);
    List<int[]> grids = series(length).stream().map(one -> Grid.of(one, rule)).toList();
    KernelTransform transform = TransformDraw.draw(length, grids, new RandomStream(3, "kernels"));
    float[] each = new float[transform.features()];
    KernelModel model = new KernelModel(transform, new LinearHead(each, each, 0), each);
    OnnxGraph graph = new OnnxGraph("kernels");
    String input = graph.input("series", DataType.DOUBLE, "batch", "length");
    new KernelNodes("kernels", model, 1).add(graph, input, rule).addRelevance("relevance", 1);
    int pools = 0;
    for (NodeProto node : graph.build().getNodeList()) {
      if (node.getOpType().endsWith("Pool")) {
        pools++;
        for (AttributeProto attribute : node.getAttributeList()) {
          List<Long> pads =
              attribute.getName().equals("pads") ? attribute.getIntsList() : List.of();
          int ends = pads.size() / 2;
          assertEquals(pads.subList(0, ends), pads.subList(ends, 2 * ends), node.getName());
        }
      }
    }
    assertTrue(pools > 10, pools + " pools");
  }

  /**
   * Of several kinds; the first is constant, the second steps, the third is short, the rest noise.
   */
  private static List<double[]> series(int length) {
    Random random = new Random(5);
    List<double[]> series = new ArrayList<>();
    series.add(new double[length]);
    series.add(IntStream.range(0, length).mapToDouble(i -> i % 7 < 3 ? 1e8 : 1e8 + 2).toArray());
    series.add(random.doubles(length - 3, -1, 1).toArray());
    double[] spike = random.doubles(length, -1, 1).toArray();
    spike[length / 2] = 1e5;
    series.add(spike);
    while (series.size() < SERIES) {
      double[] noise = random.doubles(length, -1, 1).toArray();
      Arrays.parallelPrefix(noise, Double::sum);
      series.add(noise);
    }
    return series;
  }

  /** Of each feature in the graph, its index in Java. */
  private static int[] order(KernelTransform transform) {
    OnnxGraph graph = new OnnxGraph("order");
    SourceNodes sources = new SourceNodes("series", "difference", transform.length());
    return KernelNodes.order(
        transform.views().stream().map(view -> view.nodes(graph, sources)).toList());
  }

  /** Weights as a fit would have them: the more a feature varies, the smaller. */
  private static LinearHead head(float[][] features) {
    Random random = new Random(6);
    int count = features[0].length;
    float[] center = new float[count];
    float[] weight = new float[count];
    for (int j = 0; j < count; j++) {
      int at = j;
      double[] column = IntStream.range(0, SERIES).mapToDouble(i -> features[i][at]).toArray();
      double mean = Arrays.stream(column).average().orElseThrow();
      double deviation =
          Math.sqrt(Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum() / SERIES);
      center[j] = (float) mean;
      weight[j] =
          deviation < Math.max(1e-6, 1e-2 * Math.abs(mean))
              ? 0
              : (float) (random.nextGaussian() / deviation / Math.sqrt(count));
    }
    return new LinearHead(center, weight, 0.25);
  }

  private static List<float[][]> run(OnnxGraph graph, double[][] batch) throws Exception {
    List<Object> answers = GraphRun.of(graph, batch);
    return List.of((float[][]) answers.get(0), (float[][]) answers.get(1));
  }
}
