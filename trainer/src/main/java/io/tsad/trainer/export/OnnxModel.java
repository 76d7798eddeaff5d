package io.tsad.trainer.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.tsad.runtime.model.CardJson;
import io.tsad.runtime.model.Contract;
import io.tsad.runtime.model.LengthRule;
import io.tsad.runtime.model.ModelCard;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A fitted model as an ONNX model: raw series in, probabilities and relevance out. */
final class OnnxModel {
  /** Read by every ONNX Runtime since 1.14 (2023), and by those of other vendors. */
  private static final int OPSET = 17;

  private static final int IR_VERSION = 8;

  private final GraphProto graph;
  private final String version;

  /**
   * @param positive index of the positive class
   * @param version of tsad, written as the producer's
   */
  OnnxModel(ModelNodes fitted, LengthRule rule, int positive, String version) {
    OnnxGraph nodes = new OnnxGraph(fitted.name());
    String series = nodes.input(Contract.SERIES, DataType.DOUBLE, "batch", "length");
    ModelNodes.Scoring scoring = fitted.add(nodes, series, rule);
    nodes.node(Contract.PROBABILITY, "Softmax", List.of(scoring.logits()), Map.of("axis", 1L));
    nodes.output(Contract.PROBABILITY, DataType.FLOAT, "batch", 2);
    scoring.addRelevance(Contract.RELEVANCE, positive);
    nodes.output(Contract.RELEVANCE, DataType.FLOAT, "batch", "length");
    this.graph = nodes.build();
    this.version = version;
  }

  /** Writes the model with its card; equal models and cards give equal bytes. */
  void write(Path file, ModelCard card) throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("tsad")
            .setProducerVersion(version)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
            .addMetadataProps(
                StringStringEntryProto.newBuilder()
                    .setKey(Contract.CARD)
                    .setValue(CardJson.write(card)))
            .setGraph(graph)
            .build();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.writeTo(out);
    }
  }
}
