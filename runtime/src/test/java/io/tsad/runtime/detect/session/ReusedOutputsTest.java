package io.tsad.runtime.detect.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.detect.TinyModel;
import io.tsad.runtime.detect.device.OnnxRuntime;
import io.tsad.runtime.model.Contract;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the CPU, where ONNX Runtime writes into given memory just as it does on a GPU. */
class ReusedOutputsTest {
  @TempDir Path folder;
  private final ReusedOutputs outputs = new ReusedOutputs();
  private final OrtEnvironment environment = OnnxRuntime.environment();

  private FloatBuffer answer(OrtSession session, long[] shape, double[]... series)
      throws OrtException {
    try (OnnxTensor input = OnnxTensor.createTensor(environment, series)) {
      return Objects.requireNonNull(
          outputs
              .run(
                  environment,
                  session,
                  Map.of(Contract.SERIES, input),
                  Map.of(Contract.PROBABILITY, shape))
              .get(Contract.PROBABILITY));
    }
  }

  @Test
  void eachPassGetsItsOwnAnswerWhateverTheLastOneWas() throws Exception {
    Path model = TinyModel.write(folder.resolve("model.onnx"), TinyModel.card(1));
    try (OrtSession session = environment.createSession(model.toString())) {
      FloatBuffer two = answer(session, new long[] {2, 2}, new double[] {0}, new double[] {2});
      FloatBuffer one = answer(session, new long[] {1, 2}, new double[] {-2});
      assertEquals(4, two.remaining());
      assertEquals(0.5f, two.get(1));
      assertEquals(0.880797f, two.get(3), 1e-6f);
      assertEquals(2, one.remaining());
      assertEquals(0.119203f, one.get(1), 1e-6f);
    }
  }

  @Test
  void aModelThatAnswersInAnotherShapeFailsThePass() throws Exception {
    Path model = TinyModel.write(folder.resolve("model.onnx"), TinyModel.card(1));
    try (OrtSession session = environment.createSession(model.toString())) {
      OrtException fault =
          assertThrows(
              OrtException.class, () -> answer(session, new long[] {2, 2}, new double[] {0}));
      assertTrue(String.valueOf(fault.getMessage()).contains("shape"), fault::getMessage);
    }
  }
}
