package io.tsad.runtime.detect.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Runs passes whose answers ONNX Runtime writes into native memory that the next pass uses again,
 * so that a GPU copies to the same addresses every time. There are as many buffers as there were
 * outputs at the same time.
 *
 * <p>ONNX Runtime fails a pass whose outputs have other shapes than asked for.
 */
final class ReusedOutputs {
  private final Queue<FloatBuffer> free = new ConcurrentLinkedQueue<>();

  /**
   * Runs one.
   *
   * @param outputs the shape of each output that is wanted, all float32
   * @return the same, in Java's memory
   */
  Map<String, FloatBuffer> run(
      OrtEnvironment environment,
      OrtSession session,
      Map<String, ? extends OnnxTensorLike> inputs,
      Map<String, long[]> outputs)
      throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    Map<String, FloatBuffer> buffers = new HashMap<>();
    try {
      for (Map.Entry<String, long[]> output : outputs.entrySet()) {
        long[] shape = output.getValue();
        FloatBuffer buffer = take(Math.toIntExact(shape[0] * shape[1]));
        buffers.put(output.getKey(), buffer);
        tensors.put(output.getKey(), OnnxTensor.createTensor(environment, buffer, shape));
      }
      session.run(inputs, tensors).close();
      Map<String, FloatBuffer> answers = new HashMap<>();
      buffers.forEach((name, buffer) -> answers.put(name, copy(buffer)));
      return answers;
    } finally {
      tensors.values().forEach(OnnxTensor::close);
      free.addAll(buffers.values());
    }
  }

  private FloatBuffer take(int floats) {
    @Nullable FloatBuffer buffer = free.poll();
    if (buffer == null || buffer.capacity() < floats) {
      return ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, floats))
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();
    }
    return buffer.clear().limit(floats);
  }

  private static FloatBuffer copy(FloatBuffer buffer) {
    FloatBuffer written = buffer.duplicate().rewind();
    return FloatBuffer.allocate(written.remaining()).put(written).flip();
  }
}
