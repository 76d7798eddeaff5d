package io.tsad.runtime.detect;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import io.tsad.runtime.model.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model one can compute by hand: softmax(0, mean of the samples it sees), so that the probability
 * of the second class is 1 / (1 + e^−mean). And models that break the contract in one way each.
 */
public final class TinyModel {
  /** The clause of the contract that a model breaks. */
  public enum Flaw {
    NONE,
    INPUT_RENAMED,
    INPUT_FLOAT,
    INPUT_OF_RANK_3,
    SECOND_INPUT,
    FIXED_SHAPE,
    FIXED_LENGTH,
    OUTPUT_RENAMED,
    OUTPUT_DOUBLE,
    OUTPUT_OF_RANK_1,
    THREE_COLUMNS,
    THREE_COLUMNS_UNDECLARED,
    /** The mean itself instead of a probability. */
    NO_SOFTMAX,
    /** NaN where the mean is negative. */
    NOT_ALWAYS_A_NUMBER,
    /** Needs the full length, whatever its card says of shorter series. */
    NO_PADDING
  }

  private final TinyGraph graph = new TinyGraph();
  private final LengthRule rule;
  private final Flaw flaw;

  private TinyModel(LengthRule rule, Flaw flaw) {
    this.rule = rule;
    this.flaw = flaw;
  }

  /** A card of the classes normal and anomaly, threshold 0.5, that refuses shorter series. */
  public static ModelCard card(int samples) {
    return card(List.of("normal", "anomaly"), new LengthRule(samples, false), 0.5);
  }

  /** A card whose positive class is anomaly. */
  public static ModelCard card(List<String> classes, LengthRule length, double threshold) {
    Threshold chosen = new Threshold(threshold, "by hand");
    return new ModelCard(classes, "anomaly", length, chosen, Optional.empty(), Map.of(), List.of());
  }

  /** Writes the model that {@code card} is of. */
  public static Path write(Path file, ModelCard card) throws IOException {
    return write(file, card, Flaw.NONE);
  }

  public static Path write(Path file, ModelCard card, Flaw flaw) throws IOException {
    return write(file, card.length(), Map.of(Contract.CARD, CardJson.write(card)), flaw);
  }

  /** Writes a model with these metadata properties. */
  public static Path write(Path file, LengthRule rule, Map<String, String> metadata, Flaw flaw)
      throws IOException {
    TinyModel model = new TinyModel(rule, flaw);
    model.input();
    model.logits();
    model.output();
    ModelProto.Builder proto =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
            .setGraph(model.graph.build());
    metadata.forEach(
        (key, value) ->
            proto.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.write(file, proto.build().toByteArray());
  }

  /** From {@code series} to float64 {@code raw [batch, length]}. */
  private void input() {
    graph.integers("zero", 0);
    graph.integers("one", 1);
    graph.integers("two", 2);
    graph.integers("samples", rule.samples());
    switch (flaw) {
      case INPUT_RENAMED -> {
        graph.input("input", DataType.DOUBLE, "batch", "length");
        graph.node("raw", "Identity", "input");
      }
      case INPUT_FLOAT -> {
        graph.input(Contract.SERIES, DataType.FLOAT, "batch", "length");
        graph.cast("raw", Contract.SERIES, DataType.DOUBLE);
      }
      case INPUT_OF_RANK_3 -> {
        graph.input(Contract.SERIES, DataType.DOUBLE, "batch", 1, "length");
        graph.node("raw", "Squeeze", Contract.SERIES, "one");
      }
      case FIXED_SHAPE -> {
        graph.input(Contract.SERIES, DataType.DOUBLE, 1, rule.samples());
        graph.node("raw", "Identity", Contract.SERIES);
      }
      case FIXED_LENGTH -> {
        graph.input(Contract.SERIES, DataType.DOUBLE, "batch", rule.samples());
        graph.node("raw", "Identity", Contract.SERIES);
      }
      default -> {
        graph.input(Contract.SERIES, DataType.DOUBLE, "batch", "length");
        graph.node("raw", "Identity", Contract.SERIES);
      }
    }
    if (flaw == Flaw.SECOND_INPUT) {
      graph.input("temperature", DataType.FLOAT, 1);
    }
  }

  /** From {@code raw} to the float32 logits {@code [batch, 2]}. */
  private void logits() {
    graph.node("cut", "Slice", "raw", "zero", "samples", "one");
    String seen = "cut";
    if (flaw == Flaw.NO_PADDING) {
      graph.integers("full", -1, rule.samples());
      graph.node("reshaped", "Reshape", "cut", "full");
      seen = "reshaped";
    } else if (rule.pad()) {
      graph.node("shape", "Shape", "cut");
      graph.node("length", "Slice", "shape", "one", "two");
      graph.node("missing", "Sub", "samples", "length");
      graph.integers("sides", 0, 0, 0, 1); // only the end of the columns grows
      graph.node("pads", "Mul", "sides", "missing");
      graph.repeatLast("padded", "cut", "pads");
      seen = "padded";
    }
    graph.reduce("mean64", "ReduceMean", seen, true);
    graph.cast("mean", "mean64", DataType.FLOAT);
    graph.node("nought", "Sub", "mean", "mean");
    switch (flaw) {
      case THREE_COLUMNS, THREE_COLUMNS_UNDECLARED ->
          graph.along("logits", "Concat", "nought", "mean", "mean");
      case NOT_ALWAYS_A_NUMBER -> {
        graph.node("root", "Sqrt", "mean");
        graph.along("logits", "Concat", "nought", "root");
      }
      default -> graph.along("logits", "Concat", "nought", "mean");
    }
  }

  /** From {@code logits} to {@code probability}. */
  private void output() {
    graph.along("softmax", "Softmax", "logits");
    String name = flaw == Flaw.OUTPUT_RENAMED ? "scores" : Contract.PROBABILITY;
    switch (flaw) {
      case NO_SOFTMAX -> graph.node(name, "Identity", "logits");
      case OUTPUT_DOUBLE -> graph.cast(name, "softmax", DataType.DOUBLE);
      case OUTPUT_OF_RANK_1 -> graph.reduce(name, "ReduceMax", "softmax", false);
      default -> graph.node(name, "Identity", "softmax");
    }
    switch (flaw) {
      case OUTPUT_DOUBLE -> graph.output(name, DataType.DOUBLE, "batch", 2);
      case OUTPUT_OF_RANK_1 -> graph.output(name, DataType.FLOAT, "batch");
      case THREE_COLUMNS -> graph.output(name, DataType.FLOAT, "batch", 3);
      case THREE_COLUMNS_UNDECLARED -> graph.output(name, DataType.FLOAT, "batch", "classes");
      default -> graph.output(name, DataType.FLOAT, "batch", 2);
    }
  }
}
