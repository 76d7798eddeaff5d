package io.tsad.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a graph that is no model yet. */
public final class GraphRun {
  private GraphRun() {}

  /** What a graph whose only input is {@code series} answers, output by output, as Java arrays. */
  public static List<Object> of(OnnxGraph graph, double[][] series) throws Exception {
    byte[] model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
            .setGraph(graph.build())
            .build()
            .toByteArray();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input = OnnxTensor.createTensor(environment, series);
        OrtSession.Result result = session.run(Map.of("series", input))) {
      List<Object> answers = new ArrayList<>();
      for (var answer : result) {
        answers.add(answer.getValue().getValue());
      }
      return answers;
    }
  }
}
