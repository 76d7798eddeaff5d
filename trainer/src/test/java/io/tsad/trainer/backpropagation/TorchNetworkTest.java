package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.model.LengthRule;
import io.tsad.trainer.architecture.Cnn;
import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchNetworkTest {
  private static final LengthRule RULE = new LengthRule(64, false);

  @Test
  void weightsStartUniformWithinOneOverTheRootOfFanIn() {
    Network network = Cnn.of(RULE.samples());
    try (TorchNetwork torch = start(network, 3)) {
      List<float[]> weights = torch.weights();
      int next = 0;
      for (Layer layer : network.layers()) {
        if (layer instanceof Layer.Conv1d conv) {
          assertUniform(conv.in() * conv.kernel(), weights.get(next++), weights.get(next++));
        } else if (layer instanceof Layer.Linear linear) {
          assertUniform(linear.in(), weights.get(next++), weights.get(next++));
        }
      }
      assertEquals(weights.size(), next);
    }
  }

  private static void assertUniform(int fanIn, float[] weight, float[] bias) {
    double bound = 1 / Math.sqrt(fanIn);
    double squares = 0;
    for (float[] values : List.of(weight, bias)) {
      for (float value : values) {
        assertTrue(Math.abs(value) <= (float) bound, () -> value + " beyond " + bound);
      }
    }
    for (float value : weight) {
      squares += (double) value * value;
    }
    // The variance of a uniform distribution; four standard errors of its estimate.
    double variance = bound * bound / 3;
    double error = variance * Math.sqrt(0.8 / weight.length);
    assertEquals(variance, squares / weight.length, 4 * error);
  }

  @Test
  void weightsFollowFromTheSeed() {
    Network network = Cnn.of(31);
    try (TorchNetwork one = start(network, 1);
        TorchNetwork same = start(network, 1);
        TorchNetwork other = start(network, 2)) {
      assertArrayEquals(one.weights().get(0), same.weights().get(0));
      assertFalse(one.weights().get(0)[0] == other.weights().get(0)[0]);
    }
  }

  @Test
  void scoresDoNotDependOnTheCompanyOfASeries() {
    List<double[]> raw = new ArrayList<>();
    for (LabelledSeries one : LevelShifts.ofLength(64).series("val", 70)) {
      raw.add(one.values());
    }
    try (TorchNetwork torch = start(Cnn.of(64), 3)) {
      List<float[]> together = torch.probabilities(raw, RULE);
      assertEquals(70, together.size());
      for (int i : new int[] {0, 63, 64, 69}) {
        assertArrayEquals(
            torch.probabilities(raw.subList(i, i + 1), RULE).get(0), together.get(i), 1e-6f);
      }
      assertEquals(1, together.get(69)[0] + together.get(69)[1], 1e-6);
    }
  }

  @Test
  void oneNotANumberAmongTheWeightsIsSeen() {
    try (TorchNetwork torch = start(Cnn.of(31), 3)) {
      assertTrue(torch.isFinite());
      NDArray bias = torch.parameters().get(1);
      bias.stopGradient().addi(torch.manager().create(nanAt(5, 64)));
      assertFalse(torch.isFinite());
    }
  }

  private static float[] nanAt(int index, int length) {
    float[] values = new float[length];
    values[index] = Float.NaN;
    return values;
  }

  private static TorchNetwork start(Network network, long seed) {
    return new TorchNetwork(network, Device.cpu(), new RandomStream(seed, "weights"));
  }
}
