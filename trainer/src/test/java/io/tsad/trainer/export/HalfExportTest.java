package io.tsad.trainer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.SelfTest;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.Output;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.ModelFolder;
import io.tsad.runtime.model.Threshold;
import io.tsad.runtime.series.Series;
import io.tsad.trainer.architecture.Architecture;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.backpropagation.SmallFit;
import io.tsad.trainer.backpropagation.TorchNetwork;
import io.tsad.trainer.threshold.Calibration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the CPU, where ONNX Runtime computes in float32 and rounds to float16 after each step. */
class HalfExportTest {
  private static final int LENGTH = 72;
  private static final LengthRule CUT = new LengthRule(LENGTH, false);

  @TempDir Path folder;

  private record Written(List<List<Float>> single, Parity parity, ModelCard card) {}

  private static NetworkNodes fitted(Architecture architecture, long seed) throws Exception {
    Network network = architecture.network(LENGTH).orElseThrow();
    try (TorchNetwork torch =
        SmallFit.of(2, 10, seed, CUT)
            .run(network, LevelShifts.ofLength(LENGTH).series("train", 40))) {
      return new NetworkNodes(network, torch.weights());
    }
  }

  private Written write(ModelNodes nodes) throws Exception {
    List<Series> series = series();
    ModelCard draft = card(List.of());
    Path file = folder.resolve("model.onnx");
    OnnxModel model = new OnnxModel(nodes, CUT, 0, "1.2.3");
    model.write(file, draft);
    List<List<Float>> single = Exporter.score(file, series);
    ModelCard card =
        card(List.of(new GoldenSeries("a.npy", series.get(0).values(), single.get(0))));
    model.write(file, card);
    Parity parity =
        new HalfExport(nodes.inHalf().orElseThrow(), folder, "1.2.3").write(card, series, single);
    return new Written(single, parity, card);
  }

  private static ModelCard card(List<GoldenSeries> golden) {
    return new ModelCard(
        List.of("anomaly", "normal"),
        "anomaly",
        CUT,
        new Threshold(0.5, "argmax"),
        Optional.empty(),
        Map.of("parity", Map.of("tolerance", 1e-5)),
        golden);
  }

  private static List<Series> series() {
    List<Series> series = new ArrayList<>();
    RawSeries.ofLength(LENGTH).forEach((name, values) -> series.add(new Series(name, values)));
    LevelShifts.ofLength(LENGTH)
        .series("val", 20)
        .forEach(one -> series.add(new Series(one.name(), one.values())));
    return series;
  }

  private Detector open(SessionConfig config) throws Exception {
    return Detector.open(folder.resolve(ModelFolder.HALF), config);
  }

  @ParameterizedTest
  @EnumSource(names = {"CNN", "FCN", "RESNET", "INCEPTIONTIME", "LITETIME"})
  void anyNetworkScoresNearlyTheSameAndNoVerdictChangesAwayFromTheThreshold(
      Architecture architecture) throws Exception {
    Written written = write(fitted(architecture, 0));
    assertTrue(written.parity().largestDifference() <= 5e-3, written.parity().toString());
    List<Series> series = series();
    try (Detector detector = open(SessionConfig.on(Device.CPU))) {
      List<Detection> detections = detector.detect(series);
      for (int i = 0; i < series.size(); i++) {
        float before = written.single().get(i).get(0);
        float after = detections.get(i).probability();
        assertEquals(before, after, 5e-3, series.get(i).name());
        assertTrue(
            Math.abs(before - 0.5) <= 5e-3 || (before >= 0.5) == (after >= 0.5),
            series.get(i).name());
      }
      assertEquals(SelfTest.Outcome.PASSED, SelfTest.of(detector).outcome());
    }
  }

  @Test
  void whatVotesAndWhatIsCalibratedComesInHalfPrecisionToo() throws Exception {
    ModelNodes voters =
        new EnsembleNodes(List.of(fitted(Architecture.FCN, 0), fitted(Architecture.FCN, 1)));
    write(new CalibratedNodes(voters, new Calibration("platt", 1.5, 0.25), 0));
    try (Detector detector = open(SessionConfig.on(Device.CPU))) {
      assertEquals(SelfTest.Outcome.PASSED, SelfTest.of(detector).outcome());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CNN", "FCN"})
  void theEvidenceLiesWhereItLayBefore(Architecture architecture) throws Exception {
    write(fitted(architecture, 0));
    List<Series> series = series().subList(0, 2);
    List<Detection> before;
    List<Detection> after;
    SessionConfig config = SessionConfig.on(Device.CPU).with(Output.RELEVANCE);
    try (Detector single = Detector.open(folder, config);
        Detector half = open(config)) {
      before = single.detect(series);
      after = half.detect(series);
    }
    for (int i = 0; i < series.size(); i++) {
      float[] one = before.get(i).relevance().orElseThrow().toArray();
      float[] other = after.get(i).relevance().orElseThrow().toArray();
      double largest = 0;
      double difference = 0;
      for (int t = 0; t < LENGTH; t++) {
        largest = Math.max(largest, one[t]);
        difference = Math.max(difference, Math.abs(one[t] - other[t]));
      }
      assertTrue(difference <= 0.05 * largest, series.get(i).name() + ": " + difference);
    }
  }

  @Test
  void theFileIsAboutHalfTheSizeAndItsCardIsTheModelsButForPrecisionAndParity() throws Exception {
    Written written = write(fitted(Architecture.CNN, 0));
    long single = Files.size(folder.resolve("model.onnx"));
    long half = Files.size(folder.resolve(ModelFolder.HALF));
    assertTrue(half < 0.6 * single, half + " of " + single);
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve(ModelFolder.HALF)));
    assertEquals(
        DataType.DOUBLE.getNumber(),
        model.getGraph().getInput(0).getType().getTensorType().getElemType());
    assertEquals(
        DataType.FLOAT.getNumber(),
        model.getGraph().getOutput(0).getType().getTensorType().getElemType());
    assertEquals(1, model.getOpsetImportCount());
    try (Detector detector = open(SessionConfig.on(Device.CPU))) {
      ModelCard card = detector.card();
      assertEquals("float16", card.provenance().get("precision"));
      assertEquals(written.parity().toMap(), card.provenance().get("parity"));
      assertEquals(5e-3, written.parity().tolerance());
      assertEquals(written.card().golden().size(), card.golden().size());
      assertEquals(written.card().threshold(), card.threshold());
    }
  }

  @Test
  void aModelThatFloat16DoesNotSuitLeavesNoFile() throws Exception {
    NetworkNodes nodes = fitted(Architecture.CNN, 0);
    ModelCard card = write(nodes).card();
    List<Series> series = series();
    List<List<Float>> others = new ArrayList<>();
    series.forEach(one -> others.add(List.of(0.25f, 0.75f)));
    ParityException fault =
        assertThrows(
            ParityException.class,
            () ->
                new HalfExport(nodes.inHalf().orElseThrow(), folder, "1.2.3")
                    .write(card, series, others));
    assertTrue(fault.fault().matches("scores 0.25 in float32 but \\S+ in float16"), fault.fault());
    assertFalse(Files.exists(folder.resolve(ModelFolder.HALF)));
  }
}
