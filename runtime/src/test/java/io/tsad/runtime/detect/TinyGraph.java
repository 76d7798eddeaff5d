package io.tsad.runtime.detect;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;

/** An ONNX graph, node by node; a value is known by its name. */
final class TinyGraph {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

  /** Declares an input; a dimension is a number or the name of a symbol. */
  void input(String name, DataType type, Object... shape) {
    graph.addInput(value(name, type, shape));
  }

  void output(String name, DataType type, Object... shape) {
    graph.addOutput(value(name, type, shape));
  }

  void integers(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64.getNumber())
            .addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    graph.addInitializer(tensor);
  }

  void node(String output, String operator, String... inputs) {
    graph.addNode(node(operator, output, Arrays.asList(inputs)));
  }

  void cast(String output, String input, DataType type) {
    graph.addNode(
        node("Cast", output, Arrays.asList(input)).addAttribute(integer("to", type.getNumber())));
  }

  /** Over columns. */
  void along(String output, String operator, String... inputs) {
    graph.addNode(node(operator, output, Arrays.asList(inputs)).addAttribute(integer("axis", 1)));
  }

  /** Over columns, to one column or none. */
  void reduce(String output, String operator, String input, boolean keep) {
    graph.addNode(
        node(operator, output, Arrays.asList(input))
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("axes")
                    .setType(AttributeProto.AttributeType.INTS)
                    .addInts(1))
            .addAttribute(integer("keepdims", keep ? 1 : 0)));
  }

  /** Repeats the last value; {@code pads} as ONNX's Pad wants it. */
  void repeatLast(String output, String input, String pads) {
    graph.addNode(
        node("Pad", output, Arrays.asList(input, pads))
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("mode")
                    .setType(AttributeProto.AttributeType.STRING)
                    .setS(ByteString.copyFromUtf8("edge"))));
  }

  GraphProto build() {
    return graph.build();
  }

  private static NodeProto.Builder node(String operator, String output, Iterable<String> inputs) {
    return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output);
  }

  private static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static ValueInfoProto value(String name, DataType type, Object... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (Object dimension : shape) {
      TensorShapeProto.Dimension.Builder one = TensorShapeProto.Dimension.newBuilder();
      dimensions.addDim(
          dimension instanceof Integer number
              ? one.setDimValue(number)
              : one.setDimParam(dimension.toString()));
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
