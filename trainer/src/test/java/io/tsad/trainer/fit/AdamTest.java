package io.tsad.trainer.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
class AdamTest {
  @Test
  void movesAsPyTorchDoes() {
    List<float[]> after = run(2, 2, new float[] {1, 2, -1, 0.5f}, new int[] {0, 1}, 5);
    assertArrayEquals(
        new float[] {-0.0099844f, 0.8744290f, -0.1520156f, -0.1984290f}, after.get(0), 1e-6f);
    assertArrayEquals(new float[] {-0.2856609f, 0.2046609f}, after.get(1), 1e-6f);
  }

  @Test
  void gradientsAsSmallAsEpsilonMoveAsInPyTorchToo() {
    List<float[]> after =
        run(2, 2, new float[] {1e-7f, 2e-7f, -1e-7f, 0.5e-7f}, new int[] {0, 1}, 5);
    assertArrayEquals(
        new float[] {-0.0833333f, 0.8410459f, -0.0786666f, -0.1650459f}, after.get(0), 1e-5f);
    assertArrayEquals(new float[] {-0.0309696f, -0.0500303f}, after.get(1), 1e-6f);
  }

  /** 160,000 weights are more than the 131,072 updated at a time. */
  @Test
  void largeLayersMoveAsAWhole() {
    float[] x = start(400);
    for (int i = 0; i < x.length; i++) {
      x[i] *= 0.1f;
    }
    List<float[]> after = run(400, 400, x, new int[] {7}, 3);
    float[] weight = after.get(0);
    float[] picked = {weight[0], weight[131071], weight[131072], weight[159999]};
    assertArrayEquals(
        new float[] {-0.2001461f, 0.0487221f, -0.6317275f, -0.7173501f}, picked, 1e-5f);
    assertEquals(-304.408, sum(weight), 0.05);
    assertEquals(0.2328639f, after.get(1)[7], 1e-6f);
    assertEquals(-119.1477, sum(after.get(1)), 1e-3);
  }

  private static List<float[]> run(int in, int out, float[] x, int[] y, int steps) {
    Engine engine = Engine.getEngine("PyTorch");
    Network network = new Network("linear", Map.of(), List.of(new Layer.Linear(in, out)));
    try (TorchNetwork torch =
        new TorchNetwork(network, Device.cpu(), new RandomStream(0, "weights"))) {
      for (NDArray weight : torch.parameters()) {
        NDArray shared = weight.stopGradient();
        NDArray values = torch.manager().create(start((int) weight.size()));
        shared.muli(0).addi(values.reshape(weight.getShape()));
      }
      Adam adam = new Adam(torch);
      for (int i = 0; i < steps; i++) {
        try (NDManager scratch = torch.manager().newSubManager()) {
          try (GradientCollector gradients = engine.newGradientCollector()) {
            NDArray logits = torch.logits(scratch.create(x, new Shape(y.length, in)), true);
            gradients.backward(
                Loss.softmaxCrossEntropyLoss()
                    .evaluate(new NDList(scratch.create(y)), new NDList(logits)));
          }
          adam.step(0.1, scratch);
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
