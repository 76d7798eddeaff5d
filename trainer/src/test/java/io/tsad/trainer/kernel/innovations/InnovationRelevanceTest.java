package io.tsad.trainer.kernel.innovations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.backpropagation.RandomStream;
import io.tsad.trainer.export.GraphRun;
import io.tsad.trainer.export.OnnxGraph;
import io.tsad.trainer.kernel.KernelModel;
import io.tsad.trainer.kernel.KernelNodes;
import io.tsad.trainer.kernel.KernelTransform;
import io.tsad.trainer.kernel.LinearHead;
import io.tsad.trainer.kernel.view.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InnovationRelevanceTest {
  private static final int LENGTH = 1500;

  private final LengthRule rule = new LengthRule(LENGTH, false);

  @Test
  void whatIsUnlikeTheRestOfASeriesIsWhereItIs() throws Exception {
    double[] noise = new Random(11).doubles(LENGTH, -1, 1).toArray();
    double[] burst = noise.clone();
    for (int t = 900; t < 960; t++) {
      burst[t] *= 4;
    }
    int[] grid = Grid.of(noise, rule);
    Innovations innovations =
        new InnovationsDraw().draw(LENGTH, List.of(grid), new RandomStream(1, "kernels"));
    KernelTransform transform = new KernelTransform(LENGTH, List.of(innovations));
    float[] usual = transform.of(grid);
    float[] weight = new float[usual.length];
    Arrays.fill(weight, 1);
    KernelModel model = new KernelModel(transform, new LinearHead(usual, weight, 0), usual);
    float[] relevance = relevance(model, burst);
    double all = 0;
    double inside = 0;
    for (int t = 0; t < LENGTH; t++) {
      all += relevance[t];
      inside += t >= 870 && t < 990 ? relevance[t] : 0;
    }
    assertTrue(inside > 0.6 * all, inside + " of " + all);
  }

  private float[] relevance(KernelModel model, double[] series) throws Exception {
    OnnxGraph graph = new OnnxGraph("innovations");
    String input = graph.input("series", DataType.DOUBLE, "batch", "length");
    new KernelNodes("innovations", model, 0).add(graph, input, rule).addRelevance("relevance", 0);
    graph.output("relevance", DataType.FLOAT, "batch", "length");
    return ((float[][]) GraphRun.of(graph, new double[][] {series}).get(0))[0];
  }
}
