package io.tsad.runtime.detect;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@link TinyModel} whose relevance is max(0, x) of each raw sample x, or broken in one way. */
public final class RelevantModel {
  /** How the relevance is. */
  public enum Kind {
    RIGHT,
    NEGATIVE,
    NOT_FINITE,
    /** One number for all samples. */
    TOO_SHORT,
    DOUBLE,
    /** Loads, but fails whenever it is run. */
    FAILS
  }

  private RelevantModel() {}

  public static Path write(Path file, ModelCard card) throws IOException {
    return write(file, card, Kind.RIGHT);
  }

  public static Path write(Path file, ModelCard card, Kind kind) throws IOException {
    TinyModel.write(file, card);
    ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
    GraphProto.Builder graph = model.getGraphBuilder();
    graph.addNode(cast("single", kind == Kind.TOO_SHORT ? "mean64" : "raw", DataType.FLOAT));
    graph.addNode(node("positive", "Relu", "single"));
    switch (kind) {
      case NEGATIVE -> graph.addNode(node(Contract.RELEVANCE, "Neg", "positive"));
      case NOT_FINITE -> graph.addNode(node(Contract.RELEVANCE, "Reciprocal", "positive"));
      case DOUBLE -> graph.addNode(cast(Contract.RELEVANCE, "positive", DataType.DOUBLE));
      case FAILS -> {
        // More rows than there are values.
        graph.addNode(along("square", "Concat", "samples", "samples"));
        graph.addNode(node(Contract.RELEVANCE, "Reshape", "positive", "square"));
      }
      default -> graph.addNode(node(Contract.RELEVANCE, "Identity", "positive"));
    }
    graph.addOutput(output(kind == Kind.DOUBLE ? DataType.DOUBLE : DataType.FLOAT));
    return Files.write(file, model.build().toByteArray());
  }

  private static NodeProto.Builder node(String output, String operator, String... inputs) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addOutput(output);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node;
  }

  private static NodeProto.Builder along(String output, String operator, String... inputs) {
    return node(output, operator, inputs).addAttribute(integer("axis", 0));
  }

  private static NodeProto.Builder cast(String output, String input, DataType type) {
    return node(output, "Cast", input).addAttribute(integer("to", type.getNumber()));
  }

  private static AttributeProto.Builder integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value);
  }

  private static ValueInfoProto output(DataType type) {
    ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(Contract.RELEVANCE);
    value
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .setElemType(type.getNumber())
        .getShapeBuilder()
        .addDim(Dimension.newBuilder().setDimParam("batch"))
        .addDim(Dimension.newBuilder().setDimParam("length"));
    return value.build();
  }
}
