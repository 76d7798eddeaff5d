package io.tsad.trainer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Threshold;
import io.tsad.trainer.architecture.Cnn;
import io.tsad.trainer.architecture.Layer;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.architecture.ReceptiveField;
import io.tsad.trainer.backpropagation.SmallFit;
import io.tsad.trainer.backpropagation.TorchNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output {@code relevance}, run by ONNX Runtime, beside PyTorch's own gradients. */
class RelevanceGraphTest {
  private static final int LENGTH = 72;
  private static final Network NETWORK = Cnn.of(LENGTH);

  private static final ReceptiveField FIELD = new ReceptiveField(31, 4);

  private static List<float[]> weights = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void fit() throws Exception {
    try (TorchNetwork torch =
        SmallFit.of(3, 10, 0, new LengthRule(LENGTH, false))
            .run(LevelShifts.ofLength(LENGTH).series("train", 40))) {
      weights = torch.weights();
    }
  }

  @Test
  void isPyTorchsGradientTimesActivation() throws Exception {
    for (int positive = 0; positive < 2; positive++) {
      write(NETWORK, weights, new LengthRule(LENGTH, false), positive);
      assertLikePyTorch(new TorchGradient(NETWORK, weights), random(50, LENGTH), positive, FIELD);
    }
  }

  @Test
  void isSoForAnotherListOfLayers() throws Exception {
    Network network =
        new Network(
            "other",
            Map.of(),
            List.of(
                new Layer.Conv1d(1, 8, 5),
                new Layer.Relu(),
                new Layer.Conv1d(8, 4, 3),
                new Layer.MaxPool1d(2, 2),
                new Layer.Flatten(),
                new Layer.Linear(4 * 33, 2)));
    List<float[]> drawn = draw(network);
    write(network, drawn, new LengthRule(LENGTH, false), 1);
    assertLikePyTorch(
        new TorchGradient(network, drawn), random(50, LENGTH), 1, new ReceptiveField(8, 2));
  }

  @Test
  void isSoAtTheFullLengthToo() throws Exception {
    Network network = Cnn.of(3653);
    List<float[]> drawn = draw(network);
    write(network, drawn, new LengthRule(3653, false), 0);
    assertLikePyTorch(new TorchGradient(network, drawn), random(3, 3653), 0, FIELD);
  }

  private void assertLikePyTorch(
      TorchGradient torch, double[][] batch, int positive, ReceptiveField field) throws Exception {
    float[][] relevance = run(batch);
    assertEquals(batch.length, relevance.length);
    int withEvidence = 0;
    for (int row = 0; row < batch.length; row++) {
      float[] positions = torch.timesActivation(PlainForward.scale(batch[row]), positive);
      double[] expected = spread(positions, field, batch[row].length);
      double most = Arrays.stream(expected).max().getAsDouble();
      withEvidence += most > 0 ? 1 : 0;
      assertEquals(batch[row].length, relevance[row].length);
      for (int t = 0; t < expected.length; t++) {
        assertEquals(expected[t], relevance[row][t], 1e-4 * most, "series " + row + ", at " + t);
        assertTrue(relevance[row][t] >= 0);
      }
    }
    assertTrue(withEvidence > batch.length / 2, withEvidence + " have evidence");
  }

  private static double[] spread(float[] positions, ReceptiveField field, int length) {
    double[] samples = new double[length];
    for (int j = 0; j < positions.length; j++) {
      for (int k = 0; k < field.size(); k++) {
        samples[j * field.stride() + k] += Math.max(0, positions[j]) / field.size();
      }
    }
    return samples;
  }

  @Test
  void samplesBeyondTheModelsLengthHaveNone() throws Exception {
    write(NETWORK, weights, new LengthRule(LENGTH, false), 0);
    double[][] longer = random(5, LENGTH + 100);
    double[][] seen =
        Arrays.stream(longer).map(row -> Arrays.copyOf(row, LENGTH)).toArray(double[][]::new);
    float[][] expected = run(seen);
    float[][] relevance = run(longer);
    for (int row = 0; row < longer.length; row++) {
      assertArrayEquals(Arrays.copyOf(expected[row], LENGTH + 100), relevance[row]);
    }
  }

  @Test
  void thatOfPaddingIsDropped() throws Exception {
    write(NETWORK, weights, new LengthRule(LENGTH, true), 0);
    for (int length : new int[] {1, 40, LENGTH - 1}) {
      double[][] shorter = random(5, length);
      double[][] padded =
          Arrays.stream(shorter)
              .map(
                  row ->
                      IntStream.range(0, LENGTH)
                          .mapToDouble(t -> row[Math.min(t, length - 1)])
                          .toArray())
              .toArray(double[][]::new);
      float[][] expected = run(padded);
      float[][] relevance = run(shorter);
      for (int row = 0; row < shorter.length; row++) {
        assertArrayEquals(Arrays.copyOf(expected[row], length), relevance[row]);
      }
    }
  }

  @Test
  void costsNoSecondCopyOfAnyWeight() throws Exception {
    write(NETWORK, weights, new LengthRule(LENGTH, false), 0);
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx")));
    long bytes =
        model.getGraph().getInitializerList().stream()
            .map(TensorProto::getRawData)
            .mapToLong(values -> values.size())
            .sum();
    long once = Float.BYTES * NETWORK.parameterCount();
    assertTrue(bytes < once + 512, bytes + " bytes, the weights once take " + once);
  }

  private void write(Network network, List<float[]> values, LengthRule rule, int positive)
      throws Exception {
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
    new OnnxModel(new NetworkNodes(network, values), rule, card.positiveIndex(), "1.2.3")
        .write(folder.resolve("model.onnx"), card);
  }

  private float[][] run(double[][] batch) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(folder.resolve("model.onnx").toString());
        OnnxTensor input = OnnxTensor.createTensor(environment, batch);
        OrtSession.Result result =
            session.run(Map.of(Contract.SERIES, input), Set.of(Contract.RELEVANCE))) {
      return (float[][]) result.get(0).getValue();
    }
  }

  private static double[][] random(int count, int length) {
    Random random = new Random(11);
    return IntStream.range(0, count)
        .mapToObj(row -> random.doubles(length, -3, 7).toArray())
        .toArray(double[][]::new);
  }

  /** Weights as a training begins with, from a seed. */
  private static List<float[]> draw(Network network) {
    Random random = new Random(12);
    List<float[]> drawn = new ArrayList<>();
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.Conv1d conv) {
        draw(random, conv.in() * conv.kernel(), conv.out(), drawn);
      } else if (layer instanceof Layer.Linear linear) {
        draw(random, linear.in(), linear.out(), drawn);
      }
    }
    return drawn;
  }

  private static void draw(Random random, int fanIn, int out, List<float[]> into) {
    for (int size : new int[] {fanIn * out, out}) {
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] = (float) ((2 * random.nextFloat() - 1) / Math.sqrt(fanIn));
      }
      into.add(values);
    }
  }
}
