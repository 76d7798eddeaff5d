package io.tsad.runtime.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrunedModelTest {
  private static final String EXTRA = "extra";

  @TempDir Path folder;
  private GraphProto.Builder graph = GraphProto.newBuilder();

  @BeforeEach
  void writeGraph() {
    graph = GraphProto.newBuilder().setName("graph");
    graph.addInput(ValueInfoProto.newBuilder().setName("in"));
    graph.addNode(node("shared", "in"));
    graph.addNode(node("answer", "shared", "weight"));
    graph.addNode(node("step", "shared", "", "other weight"));
    graph.addNode(node(EXTRA, "step"));
    graph.addOutput(ValueInfoProto.newBuilder().setName("answer"));
    graph.addOutput(ValueInfoProto.newBuilder().setName(EXTRA));
  }

  private static NodeProto node(String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType("Sum")
        .addAllInput(Arrays.asList(inputs))
        .addOutput(output)
        .build();
  }

  private static NodeProto branching(String output, GraphProto... branches) {
    AttributeProto.Builder list =
        AttributeProto.newBuilder().setName("all").addAllGraphs(Arrays.asList(branches));
    return NodeProto.newBuilder().setOpType("If").addOutput(output).addAttribute(list).build();
  }

  private byte[] model() {
    return ModelProto.newBuilder()
        .setProducerName("a test")
        .setGraph(graph)
        .setDocString("behind the graph")
        .build()
        .toByteArray();
  }

  private ModelProto pruned() throws Exception {
    Path file = Files.write(folder.resolve("model.onnx"), model());
    ByteBuffer pruned = Objects.requireNonNull(PrunedModel.without(EXTRA, file));
    assertEquals(Files.size(file), pruned.remaining());
    return ModelProto.parseFrom(ByteString.copyFrom(pruned));
  }

  private List<String> left() throws Exception {
    return pruned().getGraph().getNodeList().stream().map(node -> node.getOutput(0)).toList();
  }

  @Test
  void theOutputAndWhatOnlyItNeedsAreGone() throws Exception {
    assertEquals(List.of("shared", "answer"), left());
    assertEquals(1, pruned().getGraph().getOutputCount());
    assertEquals("answer", pruned().getGraph().getOutput(0).getName());
  }

  @Test
  void allElseIsAsItWas() throws Exception {
    ModelProto pruned = pruned();
    assertEquals("a test", pruned.getProducerName());
    assertEquals("behind the graph", pruned.getDocString());
    assertEquals(graph.getInputList(), pruned.getGraph().getInputList());
    assertEquals(graph.getNode(1), pruned.getGraph().getNode(1));
  }

  @Test
  void whatABranchTakesFromOutsideIsNeeded() throws Exception {
    GraphProto inner =
        GraphProto.newBuilder()
            .addNode(node("within", "step"))
            .addOutput(ValueInfoProto.newBuilder().setName("within"))
            .build();
    GraphProto outer = GraphProto.newBuilder().addNode(branching("deep", inner)).build();
    graph.addNode(branching("chosen", outer));
    graph.addOutput(ValueInfoProto.newBuilder().setName("chosen"));
    assertEquals(List.of("shared", "answer", "step", "chosen"), left());
  }

  @Test
  void whatABranchGivesFromOutsideIsNeeded() throws Exception {
    GraphProto inner =
        GraphProto.newBuilder().addOutput(ValueInfoProto.newBuilder().setName("step")).build();
    graph.addNode(branching("chosen", inner));
    graph.addOutput(ValueInfoProto.newBuilder().setName("chosen"));
    assertEquals(List.of("shared", "answer", "step", "chosen"), left());
  }

  @Test
  void theOrderOfNodesDoesNotMatter() throws Exception {
    List<NodeProto> nodes = graph.getNodeList();
    graph.clearNode();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      graph.addNode(nodes.get(i));
    }
    assertEquals(List.of("answer", "shared"), left());
  }

  @Test
  void anAnswerThatNeedsTheOutputKeepsItsNodes() throws Exception {
    graph.setNode(1, node("answer", EXTRA));
    assertEquals(List.of("shared", "answer", "step", EXTRA), left());
    assertEquals(1, pruned().getGraph().getOutputCount());
  }

  @Test
  void aModelWithoutTheOutputIsLeftAlone() throws Exception {
    graph.removeOutput(1);
    assertNull(PrunedModel.without(EXTRA, Files.write(folder.resolve("model.onnx"), model())));
  }

  @Test
  void whatIsNoModelIsLeftAlone() throws Exception {
    byte[] whole = model();
    for (int length = 0; length < whole.length - 1; length++) {
      Path file = Files.write(folder.resolve("model.onnx"), Arrays.copyOf(whole, length));
      ByteBuffer pruned = PrunedModel.without(EXTRA, file);
      // The graph may be whole where what follows it is not.
      assertEquals(true, pruned == null || pruned.remaining() == length, "cut to " + length);
    }
    Path text = Files.writeString(folder.resolve("model.onnx"), "not a model\n");
    assertNull(PrunedModel.without(EXTRA, text));
    assertNull(PrunedModel.without(EXTRA, folder.resolve("nowhere.onnx")));
  }
}
