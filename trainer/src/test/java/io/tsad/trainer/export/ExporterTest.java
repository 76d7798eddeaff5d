package io.tsad.trainer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.tsad.dataset.staging.StagedFolder;
import io.tsad.dataset.testing.LevelShifts;
import io.tsad.runtime.TsadException.Kind;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Threshold;
import io.tsad.runtime.series.Series;
import io.tsad.trainer.architecture.Cnn;
import io.tsad.trainer.architecture.Network;
import io.tsad.trainer.backpropagation.SmallFit;
import io.tsad.trainer.backpropagation.TorchNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
  private static final int LENGTH = 72;
  private static final Network NETWORK = Cnn.of(LENGTH);
  private static final LengthRule CUT = new LengthRule(LENGTH, false);
  private static final LengthRule PAD = new LengthRule(LENGTH, true);
  private static TorchNetwork torch;

  @TempDir Path folder;

  @BeforeAll
  static void fit() throws Exception {
    torch = SmallFit.of(3, 10, 0, CUT).run(LevelShifts.ofLength(LENGTH).series("train", 40));
  }

  @AfterAll
  static void close() {
    torch.close();
  }

  @Test
  void theExportedModelScoresLikePyTorchAndLikePlainLoops() throws Exception {
    List<Series> series = series(LENGTH);
    export(CUT, series);
    PlainForward plain = new PlainForward(NETWORK, torch.weights());
    List<Detection> detections = detect(series);
    float least = 1;
    float most = 0;
    for (int i = 0; i < series.size(); i++) {
      float[] inPyTorch = torch.probabilities(List.of(series.get(i).values()), CUT).get(0);
      double[] inLoops = plain.probabilities(series.get(i).values());
      for (int label = 0; label < 2; label++) {
        float exported = detections.get(i).probabilities().get(label);
        assertEquals(inPyTorch[label], exported, 1e-5, series.get(i).name());
        assertEquals(inLoops[label], exported, 1e-5, series.get(i).name());
      }
      least = Math.min(least, detections.get(i).probability());
      most = Math.max(most, detections.get(i).probability());
    }
    assertTrue(most - least > 0.3, "the series score differently");
  }

  @Test
  void aLongerSeriesScoresAsItsFirstSamples() throws Exception {
    List<Series> series = series(LENGTH + 9);
    export(CUT, series);
    PlainForward plain = new PlainForward(NETWORK, torch.weights());
    List<Detection> detections = detect(series);
    for (int i = 0; i < series.size(); i++) {
      double[] seen = Arrays.copyOf(series.get(i).values(), LENGTH);
      assertEquals(
          plain.probabilities(seen)[0],
          detections.get(i).probability(),
          1e-5,
          series.get(i).name());
    }
  }

  @Test
  void aShorterSeriesScoresAsItAndItsLastValueRepeated() throws Exception {
    for (int length : new int[] {1, 20, LENGTH - 1}) {
      List<Series> series = series(length);
      export(PAD, series);
      PlainForward plain = new PlainForward(NETWORK, torch.weights());
      List<Detection> detections = detect(series);
      for (int i = 0; i < series.size(); i++) {
        double[] seen = Arrays.copyOf(series.get(i).values(), LENGTH);
        Arrays.fill(seen, length, LENGTH, seen[length - 1]);
        float exported = detections.get(i).probability();
        assertEquals(plain.probabilities(seen)[0], exported, 1e-5, series.get(i).name());
      }
    }
  }

  @Test
  void theModelIsOneFileThatNamesItsProducerOpsetAndSymbolicDimensions() throws Exception {
    export(CUT, series(LENGTH));
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx")));
    assertEquals("tsad", model.getProducerName());
    assertEquals("1.2.3", model.getProducerVersion());
    assertEquals(8, model.getIrVersion());
    assertEquals(1, model.getOpsetImportCount());
    assertEquals("", model.getOpsetImport(0).getDomain());
    assertEquals(17, model.getOpsetImport(0).getVersion());
    assertEquals(List.of("series"), names(model.getGraph().getInputList()));
    assertEquals(List.of("batch", "length"), dimensions(model.getGraph().getInput(0)));
    assertEquals(List.of("probability", "relevance"), names(model.getGraph().getOutputList()));
    assertEquals(List.of("batch", "2"), dimensions(model.getGraph().getOutput(0)));
    assertEquals(List.of("batch", "length"), dimensions(model.getGraph().getOutput(1)));
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      assertEquals(TensorProto.DataLocation.DEFAULT, tensor.getDataLocation(), tensor.getName());
      assertEquals(0, tensor.getExternalDataCount(), tensor.getName());
    }
    assertEquals(List.of("card.json", "model.onnx"), files());
  }

  @Test
  void theCardInTheModelIsTheOneBesideIt() throws Exception {
    List<Series> series = series(LENGTH);
    ScoredExport scores = export(CUT, series);
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder.resolve("model.onnx")));
    assertEquals(1, model.getMetadataPropsCount());
    assertEquals("tsad.card", model.getMetadataProps(0).getKey());
    String card = Files.readString(folder.resolve("card.json"));
    assertEquals(card, model.getMetadataProps(0).getValue() + "\n");
    ModelCard read = CardJson.read(card, "card.json");
    assertEquals(Map.of("accuracy", 0.5), read.provenance().get("validation"));
    assertEquals(Map.of("name", "here"), read.provenance().get("made"));
    assertEquals(
        Map.of(
            "series",
            series.size(),
            "largestDifference",
            scores.parity().largestDifference(),
            "tolerance",
            1e-5),
        read.provenance().get("parity"));
    assertEquals(1, read.golden().size());
    assertArrayEquals(series.get(0).values(), read.golden().get(0).values());
  }

  @Test
  void writingTwiceGivesEqualBytes() throws Exception {
    export(CUT, series(LENGTH));
    byte[] first = Files.readAllBytes(folder.resolve("model.onnx"));
    byte[] card = Files.readAllBytes(folder.resolve("card.json"));
    export(CUT, series(LENGTH));
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("model.onnx")));
    assertArrayEquals(card, Files.readAllBytes(folder.resolve("card.json")));
  }

  @Test
  void disturbedWeightsAreFoundOut() throws Exception {
    List<Series> series = series(LENGTH);
    List<float[]> trained = trained(series, CUT);
    for (int which : new int[] {0, 2, 4, 8, 9}) {
      List<float[]> disturbed = new ArrayList<>(torch.weights());
      float[] values = disturbed.get(which);
      for (int i = 0; i < values.length; i++) {
        values[i] *= 1.5f;
      }
      Exporter exporter =
          new Exporter(new NetworkNodes(NETWORK, disturbed), folder, draft(CUT), "1.2.3");
      ParityException fault =
          assertThrows(
              ParityException.class, () -> exporter.score(series, trained), "weights " + which);
      assertEquals(Kind.MODEL, fault.kind());
      assertFalse(fault.getMessage().contains("\n"));
      assertTrue(
          fault.fault().matches("scores \\S+ in the trainer but \\S+ in the exported model"));
    }
  }

  @Test
  void aModelWithoutParityLeavesNoFolder() throws Exception {
    List<Series> series = series(LENGTH);
    List<float[]> trained = trained(series, CUT);
    trained.get(0)[0] += 2e-5f;
    Path out = folder.resolve("models/demo");
    assertThrows(
        ParityException.class,
        () -> {
          try (StagedFolder staged = StagedFolder.open(out, false)) {
            new Exporter(
                    new NetworkNodes(NETWORK, torch.weights()), staged.path(), draft(CUT), "1.2.3")
                .score(series, trained);
            staged.commit();
          }
        });
    try (Stream<Path> left = Files.list(out.getParent())) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aProbabilityThatIsNoNumberIsNoParity() throws Exception {
    List<Series> series = series(LENGTH);
    List<float[]> trained = trained(series, CUT);
    trained.get(3)[1] = Float.NaN;
    Exporter exporter =
        new Exporter(new NetworkNodes(NETWORK, torch.weights()), folder, draft(CUT), "1.2.3");
    ParityException fault =
        assertThrows(ParityException.class, () -> exporter.score(series, trained));
    assertEquals(series.get(3).name(), fault.subject());
  }

  private ScoredExport export(LengthRule rule, List<Series> series) throws Exception {
    Exporter exporter =
        new Exporter(new NetworkNodes(NETWORK, torch.weights()), folder, draft(rule), "1.2.3");
    ScoredExport scores = exporter.score(series, trained(series, rule));
    GoldenSeries golden =
        new GoldenSeries("a.npy", series.get(0).values(), scores.probabilities().get(0));
    exporter.finish(scores, Map.of("validation", Map.of("accuracy", 0.5)), List.of(golden));
    return scores;
  }

  private static List<float[]> trained(List<Series> series, LengthRule rule) {
    return torch.probabilities(series.stream().map(Series::values).toList(), rule);
  }

  private List<Detection> detect(List<Series> series) throws Exception {
    try (Detector detector = Detector.open(folder, Device.CPU)) {
      return detector.detect(series);
    }
  }

  /** Every kind of series, and ten of those the network was fitted to. */
  private static List<Series> series(int length) {
    List<Series> series = new ArrayList<>();
    RawSeries.ofLength(length).forEach((name, values) -> series.add(new Series(name, values)));
    LevelShifts.ofLength(length)
        .series("val", 10)
        .forEach(one -> series.add(new Series(one.name(), one.values())));
    return series;
  }

  private static ModelCard draft(LengthRule rule) {
    return new ModelCard(
        List.of("anomaly", "normal"),
        "anomaly",
        rule,
        new Threshold(0.5, "argmax"),
        Optional.empty(),
        Map.of("made", Map.of("name", "here")),
        List.of());
  }

  private static List<String> names(List<ValueInfoProto> values) {
    return values.stream().map(ValueInfoProto::getName).toList();
  }

  private static List<String> dimensions(ValueInfoProto value) {
    return value.getType().getTensorType().getShape().getDimList().stream()
        .map(ExporterTest::dimension)
        .toList();
  }

  private static String dimension(TensorShapeProto.Dimension dimension) {
    return dimension.hasDimParam() ? dimension.getDimParam() : "" + dimension.getDimValue();
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
