package io.tsad.runtime.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import io.tsad.runtime.detect.SelfTest.Outcome;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.InvalidModelException;
import io.tsad.runtime.series.Series;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model that PyTorch exported, made by {@code src/test/foreign/pytorch.py}, and what breaks it.
 */
class ForeignModelTest {
  @TempDir Path folder;
  private ModelProto.Builder model = ModelProto.newBuilder();

  @BeforeEach
  void readModel() throws Exception {
    try (InputStream in = ForeignModelTest.class.getResourceAsStream("pytorch.onnx")) {
      model = ModelProto.parseFrom(Objects.requireNonNull(in)).toBuilder();
    }
  }

  private Path write() throws Exception {
    return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
  }

  private String refusal() throws Exception {
    Path file = write();
    String message =
        assertThrows(InvalidModelException.class, () -> Detector.open(file, Device.CPU).close())
            .getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    return message.substring((file + ": ").length());
  }

  private static String notLoaded(String reason) {
    return "is not a model ONNX Runtime can load (%s);".formatted(reason)
        + " export it with tsad-train, or see docs/model-contract.md";
  }

  private NodeProto.Builder node(String operator) {
    return model.getGraphBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getOpType().equals(operator))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itAnswersAsInPyTorch() throws Exception {
    try (Detector detector = Detector.open(write(), Device.CPU)) {
      SelfTest test = SelfTest.of(detector);
      assertEquals(Outcome.PASSED, test.outcome(), test.inWords());
      assertTrue(test.largestDifference() < 1e-6, test.inWords());
      assertEquals(3, test.results().size());
      double[] wave =
          IntStream.range(0, 70).mapToDouble(i -> 5e6 + Math.sin(Math.PI * i / 16)).toArray();
      double[] spike = wave.clone();
      spike[40] += 4;
      List<Detection> detections =
          detector.detect(List.of(new Series("wave", wave), new Series("spike", spike)));
      assertEquals(Verdict.NORMAL, detections.get(0).verdict());
      assertEquals(Verdict.ANOMALY, detections.get(1).verdict());
    }
  }

  @Test
  void namesOfDimensionsAreItsOwnAffair() throws Exception {
    var shape =
        model
            .getGraphBuilder()
            .getInputBuilder(0)
            .getTypeBuilder()
            .getTensorTypeBuilder()
            .getShapeBuilder();
    shape.getDimBuilder(0).setDimParam("N");
    shape.getDimBuilder(1).clearDimParam();
    try (Detector detector = Detector.open(write(), Device.CPU)) {
      assertEquals(Outcome.PASSED, SelfTest.of(detector).outcome());
    }
  }

  @Test
  void weightsOfHalfTheBitsAreFineWhereTheProbabilityIsFloat32() throws Exception {
    float16(model.getGraphBuilder());
    node("Cast").getAttributeBuilder(0).setI(TensorProto.DataType.FLOAT16.getNumber());
    node("Softmax").setOutput(0, "half");
    model
        .getGraphBuilder()
        .addNode(
            NodeProto.newBuilder()
                .setOpType("Cast")
                .addInput("half")
                .addOutput("probability")
                .addAttribute(node("Cast").getAttribute(0).toBuilder().setI(1)));
    try (Detector detector = Detector.open(write(), Device.CPU)) {
      SelfTest test = SelfTest.of(detector);
      assertTrue(test.largestDifference() < 5e-3, test.inWords());
      assertTrue(test.largestDifference() > 0, "it really is another arithmetic");
    }
  }

  /** Rounds all weights to float16. */
  private static void float16(GraphProto.Builder graph) {
    for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
      ByteBuffer floats = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer halves =
          ByteBuffer.allocate(floats.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
      while (floats.hasRemaining()) {
        halves.putShort(Fp16Conversions.floatToFp16(floats.getFloat()));
      }
      tensor
          .setDataType(TensorProto.DataType.FLOAT16.getNumber())
          .setRawData(ByteString.copyFrom(halves.flip()));
    }
  }

  @Test
  void weightsInAnotherFileAreRefusedEvenIfThatFileIsThere() throws Exception {
    TensorProto.Builder weights = model.getGraphBuilder().getInitializerBuilder(0);
    Files.write(folder.resolve("weights.bin"), weights.getRawData().toByteArray());
    weights
        .clearRawData()
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(
            StringStringEntryProto.newBuilder().setKey("location").setValue("weights.bin"));
    assertEquals(
        "is not one file: the values of network.0.weight are elsewhere;"
            + " save it with its weights inside: in Python, onnx.save(onnx.load(file), file)",
        refusal());
  }

  @Test
  void aConstantInAnotherFileIsRefusedToo() throws Exception {
    node("Constant")
        .getAttributeBuilder(0)
        .getTBuilder()
        .clearRawData()
        .setName("step")
        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
        .addExternalData(
            StringStringEntryProto.newBuilder().setKey("location").setValue("step.bin"));
    assertTrue(
        refusal().startsWith("is not one file: the values of step are elsewhere; "), refusal());
  }

  @Test
  void aCustomOperatorIsNamed() throws Exception {
    node("Relu").setDomain("com.acme").setOpType("SuperRelu");
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.acme").setVersion(1));
    assertEquals(notLoaded("com.acme:SuperRelu is not a registered function/op"), refusal());
  }

  @Test
  void anOperatorOnnxDoesNotHaveIsNamedWithItsNode() throws Exception {
    node("Relu").setOpType("SuperRelu");
    assertEquals(
        notLoaded(
            "in node /network/network.1/Relu:"
                + " No Op registered for SuperRelu with domain_version of 17"),
        refusal());
  }

  @Test
  void anOpsetThatIsTooNewIsTold() throws Exception {
    model.getOpsetImportBuilder(0).setVersion(999);
    assertTrue(
        refusal()
            .matches(".*\\(opset 999 of ai\\.onnx is newer than \\d+, the newest it knows\\);.*"),
        refusal());
  }

  @Test
  void anIrVersionThatIsTooNewIsTold() throws Exception {
    model.setIrVersion(99);
    assertTrue(
        refusal()
            .matches(".*\\(Unsupported model IR version: 99, max supported IR version: \\d+\\);.*"),
        refusal());
  }

  @Test
  void anOperatorOfAnotherOpsetIsToldWithItsNode() throws Exception {
    // As of 18, the axes of ReduceMax are an input.
    model.getOpsetImportBuilder(0).setVersion(18);
    assertTrue(refusal().contains("(in node /ReduceM"), refusal());
    assertTrue(refusal().contains(": Unrecognized attribute: axes for operator ReduceM"));
  }

  @Test
  void aGraphMadeForOneSeriesAtATimeIsToldWhenItGetsTwo() throws Exception {
    NodeProto.Builder flatten = node("Flatten").setOpType("Reshape").clearAttribute();
    flatten.addInput("frozen");
    model
        .getGraphBuilder()
        .addInitializer(
            TensorProto.newBuilder()
                .setName("frozen")
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(2)
                .addInt64Data(1)
                .addInt64Data(8));
    Series one = new Series("one", new double[64]);
    try (Detector detector = Detector.open(write(), Device.CPU)) {
      String message =
          assertThrows(InvalidModelException.class, () -> detector.detect(List.of(one, one)))
              .getMessage();
      assertTrue(
          message.contains(
              "model.onnx: could not be run on series of 64 samples"
                  + " (in node /network/network.3/Flatten: "),
          message);
      assertTrue(
          message.endsWith(
              "; it must take any batch and every length its card allows:"
                  + " docs/model-contract.md"),
          message);
    }
  }

  @Test
  void whatIsDamagedIsLeftToOnnxRuntime() throws Exception {
    byte[] whole = Files.readAllBytes(write());
    for (byte[] damaged : List.of(Arrays.copyOf(whole, 900), nested(100_000))) {
      Path file = Files.write(folder.resolve("damaged.onnx"), damaged);
      assertTrue(
          assertThrows(InvalidModelException.class, () -> Detector.open(file, Device.CPU).close())
              .getMessage()
              .startsWith(file + ": is not a model ONNX Runtime can load ("));
    }
  }

  /** A graph with a node with an attribute with a graph, and so on. */
  private static byte[] nested(int depth) {
    int[] fields = {6, 1, 5}; // a graph in an attribute, a node in a graph, an attribute in a node
    ByteBuffer bytes = ByteBuffer.allocate(5 * depth);
    int at = bytes.capacity();
    for (int i = depth - 1; i >= 0; i--) {
      int length = bytes.capacity() - at;
      for (int shift = 21; shift >= 0; shift -= 7) { // four bytes, the last one first
        int bits = (length >>> shift) & 0x7f;
        bytes.put(--at, (byte) (shift == 21 ? bits : bits | 0x80));
      }
      bytes.put(--at, (byte) (((i == 0 ? 7 : fields[i % 3]) << 3) | 2));
    }
    return Arrays.copyOfRange(bytes.array(), at, bytes.capacity());
  }
}
