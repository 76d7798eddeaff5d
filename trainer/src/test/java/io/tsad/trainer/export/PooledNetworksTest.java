package io.tsad.trainer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Threshold;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.backpropagation.SmallFit;
import io.tsad.trainer.backpropagation.TorchNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks that average their last feature map, in PyTorch, in ONNX Runtime and in plain loops. */
class PooledNetworksTest {
  private static final int LENGTH = 72;
  private static final LengthRule RULE = new LengthRule(LENGTH, false);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Architecture.class,
      names = {"FCN", "RESNET", "INCEPTIONTIME", "LITETIME"})
  void scoreAlikeEverywhereAndLearn(Architecture architecture) throws Exception {
    Network network = architecture.network(LENGTH).orElseThrow();
    List<LabelledSeries> train = LevelShifts.ofLength(LENGTH).series("train", 40);
    try (TorchNetwork torch = SmallFit.of(10, 8, 0, RULE).run(network, train)) {
      NetworkNodes nodes = new NetworkNodes(network, torch.weights());
      PlainForward plain = new PlainForward(network, torch.weights());
      List<double[]> raw = new ArrayList<>(RawSeries.ofLength(LENGTH).values());
      train.subList(0, 6).forEach(one -> raw.add(one.values()));
      List<float[]> trained = torch.probabilities(raw, RULE);
      Outputs outputs = run(nodes, 0, raw);
      for (int i = 0; i < raw.size(); i++) {
        assertArrayEquals(trained.get(i), outputs.probability()[i], 1e-5f);
        assertEquals(plain.probabilities(raw.get(i))[0], outputs.probability()[i][0], 1e-5);
        double[] expected = activationMap(plain, torch.weights(), raw.get(i));
        double most = Arrays.stream(expected).max().orElseThrow();
        assertEquals(LENGTH, outputs.relevance()[i].length);
        for (int t = 0; t < LENGTH; t++) {
          assertEquals(expected[t], outputs.relevance()[i][t], 1e-3 * most + 1e-5);
        }
      }
      int right = 0;
      for (LabelledSeries one : LevelShifts.ofLength(LENGTH).series("val", 40)) {
        right += torch.probabilities(List.of(one.values()), RULE).get(0)[one.label()] > 0.5 ? 1 : 0;
      }
      assertTrue(right >= 30, right + " of 40 told apart");
    }
  }

  /** For class 0. */
  private static double[] activationMap(PlainForward plain, List<float[]> weights, double[] raw) {
    double[][] map = plain.lastMap(raw);
    float[] linear = weights.get(weights.size() - 2);
    double[] sum = new double[raw.length];
    for (int channel = 0; channel < map.length; channel++) {
      for (int t = 0; t < sum.length; t++) {
        sum[t] += (linear[channel] - linear[map.length + channel]) * map[channel][t];
      }
    }
    double mean = Arrays.stream(sum).average().orElseThrow();
    double rest = Arrays.stream(sum).map(v -> Math.min(v, mean)).average().orElseThrow();
    return Arrays.stream(sum).map(v -> Math.max(0, v - rest)).toArray();
  }

  /** Two channels, x and 2x, of which each speaks for one class. */
  @Test
  void theActivationMapOfAHandMadeNetworkIsKnown() throws Exception {
    NetworkNodes nodes = handMade(0);
    List<double[]> raw = List.of(new double[] {0, 0, 4, 0}, new double[] {0, 0, 4, 0, 9, 9});
    float[][] one = run(nodes, 1, raw.subList(0, 1)).relevance();
    assertArrayEquals(new float[] {0, 0, 0.9375f, 0}, one[0], 1e-6f);
    float[][] other = run(nodes, 0, raw.subList(0, 1)).relevance();
    assertArrayEquals(new float[] {0.4375f, 0.4375f, 0, 0.4375f}, other[0], 1e-6f);
    float[][] longer = run(nodes, 1, raw.subList(1, 2)).relevance();
    assertArrayEquals(new float[] {0, 0, 0.9375f, 0, 0, 0}, longer[0], 1e-6f);
  }

  /** Logits 0.25 and 0.5 plus a bias for the second class. */
  @Test
  void anEnsembleAveragesProbabilitiesAndRelevance() throws Exception {
    List<NetworkNodes> members = List.of(handMade(1), handMade(-4));
    List<double[]> raw = List.of(new double[] {0, 0, 4, 0});
    Outputs outputs = run(new EnsembleNodes(members), 1, raw);
    double mean = (1 / (1 + Math.exp(-1.25)) + 1 / (1 + Math.exp(3.75))) / 2;
    assertArrayEquals(
        new float[] {(float) (1 - mean), (float) mean}, outputs.probability()[0], 1e-6f);
    assertArrayEquals(new float[] {0, 0, 0.9375f, 0}, outputs.relevance()[0], 1e-6f);
  }

  private static NetworkNodes handMade(float bias) {
    Network network =
        new Network(
            "handmade",
            Map.of(),
            List.of(
                Layer.Conv1d.same(1, 2, 1),
                new Layer.Relu(),
                new Layer.GlobalAveragePool(),
                new Layer.Linear(2, 2)));
    return new NetworkNodes(
        network, List.of(new float[] {1, 2}, new float[] {1, 0, 0, 1}, new float[] {0, bias}));
  }

  private record Outputs(float[][] probability, float[][] relevance) {}

  private Outputs run(ModelNodes nodes, int positive, List<double[]> raw) throws Exception {
    LengthRule rule = nodes.name().equals("handmade") ? new LengthRule(4, false) : RULE;
    List<String> classes = List.of("a", "b");
    ModelCard card =
        new ModelCard(
            classes,
            classes.get(positive),
            rule,
            new Threshold(0.5, "argmax"),
            Optional.empty(),
            Map.of(),
            List.of());
    Path file = folder.resolve("model.onnx");
    new OnnxModel(nodes, rule, positive, "1.2.3").write(file, card);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, raw.toArray(double[][]::new));
        OrtSession.Result result = session.run(Map.of(Contract.SERIES, input))) {
      return new Outputs(
          (float[][]) result.get(Contract.PROBABILITY).orElseThrow().getValue(),
          (float[][]) result.get(Contract.RELEVANCE).orElseThrow().getValue());
    }
  }
}
