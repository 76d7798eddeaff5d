package io.tsad.trainer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.LengthRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The preprocessing nodes alone, run by ONNX Runtime, bit for bit. */
class PreprocessingGraphTest {
  private static final int LENGTH = 40;

  @Test
  void scalesAsTheReferenceDoesInDoubleAndThenCasts() throws Exception {
    assertScaled(LENGTH, false, LENGTH);
  }

  @Test
  void cutsLongerSeriesBeforeScaling() throws Exception {
    assertScaled(LENGTH + 13, false, LENGTH);
  }

  @Test
  void fillsShorterSeriesWithTheirLastValue() throws Exception {
    assertScaled(LENGTH - 13, true, LENGTH);
    assertScaled(1, true, LENGTH);
  }

  @Test
  void aModelThatPadsStillCuts() throws Exception {
    assertScaled(LENGTH, true, LENGTH);
    assertScaled(LENGTH + 1, true, LENGTH);
  }

  /** All kinds of series in one batch, so that none may see another's range. */
  private static void assertScaled(int given, boolean pad, int wanted) throws Exception {
    Map<String, double[]> series = new LinkedHashMap<>(RawSeries.ofLength(given));
    double[][] batch = series.values().toArray(double[][]::new);
    float[][][][] scaled = run(batch, new LengthRule(wanted, pad));
    assertEquals(batch.length, scaled.length);
    int row = 0;
    for (String kind : series.keySet()) {
      double[] seen = Arrays.copyOf(batch[row], wanted);
      Arrays.fill(seen, Math.min(given, wanted), wanted, batch[row][Math.min(given, wanted) - 1]);
      double[] expected = PlainForward.scale(seen);
      float[] single = new float[wanted];
      for (int i = 0; i < wanted; i++) {
        single[i] = (float) expected[i];
      }
      assertEquals(1, scaled[row].length);
      assertEquals(1, scaled[row][0].length);
      assertArrayEquals(single, scaled[row][0][0], 0, kind);
      row++;
    }
  }

  private static float[][][][] run(double[][] batch, LengthRule rule) throws Exception {
    OnnxGraph graph = new OnnxGraph("preprocessing");
    String series = graph.input("series", DataType.DOUBLE, "batch", "length");
    graph.output(
        PreprocessingGraph.add(graph, series, rule), DataType.FLOAT, "batch", 1, 1, rule.samples());
    return (float[][][][]) GraphRun.of(graph, batch).get(0);
  }
}
