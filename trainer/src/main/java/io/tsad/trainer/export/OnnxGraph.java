package io.tsad.trainer.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.platform.Fp16Conversions;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds an ONNX graph node by node. A value is known by its name, as in ONNX itself. */
public final class OnnxGraph {
  /** Larger constants than this are weights, which keep their names. */
  private static final int SMALL_BYTES = 64;

  private final GraphProto.Builder graph;
  private final Map<TensorProto, String> small;
  private final String prefix;
  private final boolean half;

  /** An empty graph. */
  public OnnxGraph(String name) {
    this(GraphProto.newBuilder().setName(name), new HashMap<>(), "", false);
  }

  private OnnxGraph(
      GraphProto.Builder graph, Map<TensorProto, String> small, String prefix, boolean half) {
    this.graph = graph;
    this.small = small;
    this.prefix = prefix;
    this.half = half;
  }

  /** The same graph, where new nodes compute in float16. */
  OnnxGraph inHalf() {
    return new OnnxGraph(graph, small, prefix, true);
  }

  /** The float32 value {@code x} as new nodes compute with it. */
  String entering(String name, String x) {
    return half ? cast(name, x, TensorProto.DataType.FLOAT16) : x;
  }

  /** What new nodes computed, as float32. */
  String leaving(String name, String x) {
    return half ? cast(name, x, TensorProto.DataType.FLOAT) : x;
  }

  private String cast(String name, String x, TensorProto.DataType type) {
    return node(name, "Cast", List.of(x), Map.of("to", (long) type.getNumber()));
  }

  /** The same graph, where names of new values begin with {@code start}. */
  OnnxGraph within(String start) {
    return new OnnxGraph(graph, small, prefix + start, half);
  }

  /** Declares an input; a dimension is a number or the name of a symbol. */
  public String input(String name, TensorProto.DataType type, Object... shape) {
    graph.addInput(value(name, type, shape));
    return name;
  }

  /** Declares an output; a dimension is a number or the name of a symbol. */
  public void output(String name, TensorProto.DataType type, Object... shape) {
    graph.addOutput(value(name, type, shape));
  }

  /**
   * Adds a node with one output.
   *
   * @param name of its output, and its own
   * @param attributes values of type Long, List of Long, or String
   * @return what other nodes call its output
   */
  public String node(String name, String operator, List<String> inputs, Map<String, ?> attributes) {
    String output = prefix + name;
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setName(output)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(output);
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> node.addAttribute(attribute(entry.getKey(), entry.getValue())));
    graph.addNode(node);
    return output;
  }

  /** Adds a node with one output, which is its name too, and no attributes. */
  public String node(String output, String operator, String... inputs) {
    return node(output, operator, Arrays.asList(inputs), Map.of());
  }

  /** What of {@code x} lies from {@code from} to before {@code to} along an axis. */
  public String slice(String name, String x, int axis, long from, long to) {
    return node(
        name,
        "Slice",
        x,
        integers(name + ".from", from),
        integers(name + ".to", to),
        integers(name + ".axis", axis));
  }

  /** Float32; float16 where new nodes compute in that. */
  public String floats(String name, float[] values, long... shape) {
    if (half) {
      ByteBuffer bytes = littleEndian(values.length * Short.BYTES);
      for (float value : values) {
        bytes.putShort(Fp16Conversions.mlasFloatToFp16(value));
      }
      return tensor(name, TensorProto.DataType.FLOAT16, bytes.flip(), shape);
    }
    ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return tensor(name, TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** Float64, whatever new nodes compute in. */
  public String doubles(String name, double[] values, long... shape) {
    ByteBuffer bytes = littleEndian(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    return tensor(name, TensorProto.DataType.DOUBLE, bytes, shape);
  }

  /** A one-dimensional list of integers. */
  public String integers(String name, long... values) {
    ByteBuffer bytes = littleEndian(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return tensor(name, TensorProto.DataType.INT64, bytes, values.length);
  }

  /** Integers of any shape. */
  public String matrix(String name, long[] values, long... shape) {
    ByteBuffer bytes = littleEndian(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return tensor(name, TensorProto.DataType.INT64, bytes, shape);
  }

  /** What was added so far. */
  public GraphProto build() {
    return graph.build();
  }

  /** Axes, bounds and the like come a thousand times over: the first name serves them all. */
  private String tensor(
      String unscoped, TensorProto.DataType type, ByteBuffer littleEndian, long... shape) {
    String name = prefix + unscoped;
    boolean isSmall = littleEndian.remaining() <= SMALL_BYTES;
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(littleEndian));
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    String known = isSmall ? small.putIfAbsent(tensor.build(), name) : null;
    if (known != null) {
      return known;
    }
    graph.addInitializer(tensor.setName(name));
    return name;
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Long integer) {
      return attribute.setType(AttributeProto.AttributeType.INT).setI(integer).build();
    }
    if (value instanceof String text) {
      return attribute
          .setType(AttributeProto.AttributeType.STRING)
          .setS(ByteString.copyFromUtf8(text))
          .build();
    }
    if (value instanceof List<?> integers) {
      attribute.setType(AttributeProto.AttributeType.INTS);
      integers.forEach(integer -> attribute.addInts((Long) integer));
      return attribute.build();
    }
    throw new IllegalArgumentException("Attribute " + name + " of " + value.getClass());
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, Object... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (Object dimension : shape) {
      TensorShapeProto.Dimension.Builder one = TensorShapeProto.Dimension.newBuilder();
      dimensions.addDim(
          dimension instanceof String symbol
              ? one.setDimParam(symbol)
              : one.setDimValue(((Number) dimension).longValue()));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(type.getNumber())
                        .setShape(dimensions)))
        .build();
  }
}
