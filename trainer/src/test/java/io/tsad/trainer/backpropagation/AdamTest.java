package io.tsad.trainer.backpropagation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against torch.optim.Adam of PyTorch 1.13, whose figures these lines print:
 *
 * <pre>{@code
 * import torch
 * from torch import nn
 * def start(n): return torch.tensor([((i * 7919) % 1000 - 500) / 1000 for i in range(n)])
 * def run(size, out, x, y, steps):
 *     net = nn.Linear(size, out)
 *     with torch.no_grad():
 *         net.weight.copy_(start(out * size).reshape(out, size)); net.bias.copy_(start(out))
 *     adam = torch.optim.Adam(net.parameters(), lr=0.1)
 *     for _ in range(steps):
 *         loss = nn.CrossEntropyLoss()(net(x), y)
 *         adam.zero_grad(); loss.backward(); adam.step()
 *     return net.weight.flatten(), net.bias
 * print(run(2, 2, torch.tensor([[1, 2], [-1, 0.5]]), torch.tensor([0, 1]), 5))
 * print(run(2, 2, torch.tensor([[1e-7, 2e-7], [-1e-7, 0.5e-7]]), torch.tensor([0, 1]), 5))
 * w, b = run(400, 400, (start(400) * 0.1)[None, :], torch.tensor([7]), 3)
 * print(w[[0, 131071, 131072, 159999]], w.double().sum(), b[7], b.double().sum())
 * }</pre>
 */
@SuppressWarnings("try") // a collector is open while PyTorch records what a loss follows from
class AdamTest {
  @ParameterizedTest
  @EnumSource
  void movesAsPyTorchDoes(AdamUpdate way) {
    List<float[]> after = run(way, 2, 2, new float[] {1, 2, -1, 0.5f}, new int[] {0, 1}, 5);
    assertArrayEquals(
        new float[] {-0.0099844f, 0.8744290f, -0.1520156f, -0.1984290f}, after.get(0), 1e-6f);
    assertArrayEquals(new float[] {-0.2856609f, 0.2046609f}, after.get(1), 1e-6f);
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAsSmallAsEpsilonMoveAsInPyTorchToo(AdamUpdate way) {
    List<float[]> after =
        run(way, 2, 2, new float[] {1e-7f, 2e-7f, -1e-7f, 0.5e-7f}, new int[] {0, 1}, 5);
    assertArrayEquals(
        new float[] {-0.0833333f, 0.8410459f, -0.0786666f, -0.1650459f}, after.get(0), 1e-5f);
    assertArrayEquals(new float[] {-0.0309696f, -0.0500303f}, after.get(1), 1e-6f);
  }

  /** 160,000 weights are more than the 131,072 updated at a time. */
  @ParameterizedTest
  @EnumSource
  void largeLayersMoveAsAWhole(AdamUpdate way) {
    float[] x = start(400);
    for (int i = 0; i < x.length; i++) {
      x[i] *= 0.1f;
    }
    List<float[]> after = run(way, 400, 400, x, new int[] {7}, 3);
    float[] weight = after.get(0);
    float[] picked = {weight[0], weight[131071], weight[131072], weight[159999]};
    assertArrayEquals(
        new float[] {-0.2001461f, 0.0487221f, -0.6317275f, -0.7173501f}, picked, 1e-5f);
    assertEquals(-304.408, sum(weight), 0.05);
    assertEquals(0.2328639f, after.get(1)[7], 1e-6f);
    assertEquals(-119.1477, sum(after.get(1)), 1e-3);
  }

  /** Arrays of one weight, of odd shapes, of one more than a piece; what is not trained stays. */
  @ParameterizedTest
  @EnumSource
  void everyWeightFollowsTheFormulaOfThePaperInDoublePrecision(AdamUpdate way) {
    Network network =
        new Network(
            "odd",
            Map.of(),
            List.of(
                new Layer.Linear(1, 1),
                new Layer.Conv1d(3, 5, 7),
                new Layer.BatchNorm(3),
                new Layer.Linear(43_691, 3)));
    try (TorchNetwork torch = new TorchNetwork(network, Device.cpu(), new RandomStream(0, "odd"));
        Adam adam = new Adam(torch, way)) {
      List<float[]> before = torch.weights();
      List<Formula> formulas = before.stream().map(Formula::new).toList();
      for (int step = 1; step <= 4; step++) {
        slopes(torch, adam, step, 0.01 / step);
        for (Formula formula : formulas) {
          formula.step(step, 0.01 / step);
        }
      }
      List<float[]> after = torch.weights();
      for (int i = 0; i < after.size(); i++) {
        boolean trained = network.weights().get(i).trained();
        double[] expected = formulas.get(i).weights;
        for (int k = 0; k < expected.length; k++) {
          assertEquals(trained ? expected[k] : before.get(i)[k], after.get(i)[k], 2e-7);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnFromItsStateAsIfNothingHadHappened(AdamUpdate way) throws IOException {
    Network network =
        new Network(
            "linear", Map.of(), List.of(new Layer.Linear(43_691, 3), new Layer.Linear(1, 1)));
    try (TorchNetwork whole = new TorchNetwork(network, Device.cpu(), new RandomStream(0, "a"));
        TorchNetwork rest = new TorchNetwork(network, Device.cpu(), new RandomStream(0, "b"));
        Adam adam = new Adam(whole, way);
        Adam other = new Adam(rest, way)) {
      slopes(whole, adam, 1, 0.1);
      slopes(whole, adam, 2, 0.1);
      ByteArrayOutputStream state = new ByteArrayOutputStream();
      adam.save(new StateOutput(state));
      other.load(new StateInput(new ByteArrayInputStream(state.toByteArray())));
      rest.load(whole.weights());
      slopes(whole, adam, 3, 0.1);
      slopes(rest, other, 3, 0.1);
      for (int i = 0; i < whole.weights().size(); i++) {
        assertArrayEquals(whole.weights().get(i), rest.weights().get(i));
      }
    }
  }

  /** A step whose gradients are those of {@link #slope}. */
  private static void slopes(TorchNetwork torch, Adam adam, int step, double rate) {
    try (NDManager scratch = torch.manager().newSubManager();
        GradientCollector open = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDList sums = new NDList();
      for (NDArray weight : torch.parameters()) {
        float[] slopes = new float[(int) weight.size()];
        for (int i = 0; i < slopes.length; i++) {
          slopes[i] = slope(i, step);
        }
        sums.add(scratch.create(slopes, weight.getShape()).mul(weight).sum());
      }
      adam.step(NDArrays.add(sums.toArray(NDArray[]::new)), rate);
    }
  }

  /** Of all sizes, zero among them. */
  private static float slope(int index, int step) {
    return (float) (((index * 31 + step * 7) % 11 - 5) * Math.pow(10, -(index % 9)));
  }

  private static final class Formula {
    private final double[] weights;
    private final double[] means;
    private final double[] variances;

    private Formula(float[] start) {
      weights = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        weights[i] = start[i];
      }
      means = new double[start.length];
      variances = new double[start.length];
    }

    private void step(int step, double rate) {
      for (int i = 0; i < weights.length; i++) {
        double gradient = slope(i, step);
        means[i] = 0.9 * means[i] + 0.1 * gradient;
        variances[i] = 0.999 * variances[i] + 0.001 * gradient * gradient;
        double mean = means[i] / (1 - Math.pow(0.9, step));
        double variance = variances[i] / (1 - Math.pow(0.999, step));
        weights[i] -= rate * mean / (Math.sqrt(variance) + 1e-8);
      }
    }
  }

  private static List<float[]> run(AdamUpdate way, int in, int out, float[] x, int[] y, int steps) {
    Engine engine = Engine.getEngine("PyTorch");
    Network network = new Network("linear", Map.of(), List.of(new Layer.Linear(in, out)));
    try (TorchNetwork torch =
        new TorchNetwork(network, Device.cpu(), new RandomStream(0, "weights"))) {
      List<float[]> values = new ArrayList<>();
      torch.parameters().forEach(weight -> values.add(start((int) weight.size())));
      torch.load(values);
      try (Adam adam = new Adam(torch, way)) {
        for (int i = 0; i < steps; i++) {
          try (NDManager scratch = torch.manager().newSubManager();
              GradientCollector open = engine.newGradientCollector()) {
            NDArray logits = torch.logits(scratch.create(x, new Shape(y.length, in)), true);
            NDArray loss =
                Loss.softmaxCrossEntropyLoss()
                    .evaluate(new NDList(scratch.create(y)), new NDList(logits));
            adam.step(loss, 0.1);
          }
        }
      }
      return torch.weights();
    }
  }

  private static float[] start(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = ((i * 7919) % 1000 - 500) / 1000f;
    }
    return values;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
