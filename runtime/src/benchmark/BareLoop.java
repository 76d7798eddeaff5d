

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.tsad.runtime.onnx.PrunedModel;
import io.tsad.runtime.series.NpyReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The yardstick for volume: ONNX Runtime alone, over series that are in native memory already, batch
 * by batch. Prints {@code callers threads batch series/s} for each setting; nothing can be faster
 * with the same model.
 *
 * <p>{@code java -cp CLASSPATH BareLoop.java MODEL.onnx FOLDER CALLERSxTHREADSxBATCH...}
 */
final class BareLoop {
  public static void main(String[] args) throws Exception {
    List<double[]> series = new ArrayList<>();
    try (var files = Files.list(Path.of(args[1]))) {
      for (Path file : files.sorted().toList()) {
        series.add(NpyReader.read(file));
      }
    }
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "bare");
    for (int i = 2; i < args.length; i++) {
      String[] setting = args[i].split("x");
      int callers = Integer.parseInt(setting[0]);
      int threads = Integer.parseInt(setting[1]);
      int batch = Integer.parseInt(setting[2]);
      List<DoubleBuffer> batches = batches(series, batch);
      try (var options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(threads);
        try (OrtSession session = open(environment, args[0], options)) {
          int length = series.get(0).length;
          run(environment, session, batches.subList(0, Math.min(2 * callers, batches.size())), length, callers);
          long start = System.nanoTime();
          run(environment, session, batches, length, callers);
          double seconds = (System.nanoTime() - start) / 1e9;
          System.out.printf("%d %d %d %.1f%n", callers, threads, batch, series.size() / seconds);
        }
      }
    }
  }

  /** Without relevance, which ONNX Runtime would work out whether asked for or not. */
  private static OrtSession open(
      OrtEnvironment environment, String model, OrtSession.SessionOptions options)
      throws Exception {
    ByteBuffer pruned = PrunedModel.without("relevance", Path.of(model));
    return pruned == null
        ? environment.createSession(model, options)
        : environment.createSession(pruned, options);
  }

  private static List<DoubleBuffer> batches(List<double[]> series, int batch) {
    List<DoubleBuffer> batches = new ArrayList<>();
    int length = series.get(0).length;
    for (int from = 0; from < series.size(); from += batch) {
      List<double[]> some = series.subList(from, Math.min(series.size(), from + batch));
      DoubleBuffer buffer =
          ByteBuffer.allocateDirect(some.size() * length * Double.BYTES)
              .order(ByteOrder.nativeOrder())
              .asDoubleBuffer();
      some.forEach(buffer::put);
      batches.add(buffer.flip());
    }
    return batches;
  }

  private static void run(
      OrtEnvironment environment,
      OrtSession session,
      List<DoubleBuffer> batches,
      int length,
      int callers)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int at = next.getAndIncrement(); at < batches.size(); at = next.getAndIncrement()) {
                  DoubleBuffer buffer = batches.get(at);
                  long[] shape = {buffer.remaining() / length, length};
                  try (OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer, shape);
                      var result = session.run(Map.of("series", tensor))) {
                    ((OnnxTensor) result.get(0)).getFloatBuffer();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
