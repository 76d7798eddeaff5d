

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What relevance costs: passes of one batch on one thread, in turns, for a model opened without it
 * as tsad does, for the whole model asked for the probability only, and asked for both. Prints a
 * Markdown table of medians.
 *
 * <p>{@code java -cp CLASSPATH RelevanceCost.java MODEL.onnx FOLDER [BATCH]}
 */
final class RelevanceCost {
  private static final int TURNS = 60;

  private record Run(String name, OrtSession session, Set<String> outputs, double[] seconds) {}

  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    DoubleBuffer input = batch(Path.of(args[1]), args.length > 2 ? Integer.parseInt(args[2]) : 32);
    long batch = args.length > 2 ? Long.parseLong(args[2]) : 32;
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "cost");
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      ByteBuffer pruned = Objects.requireNonNull(PrunedModel.without("relevance", model));
      OrtSession without = environment.createSession(pruned, options);
      OrtSession with = environment.createSession(model.toString(), options);
      Set<String> probability = Set.of("probability");
      List<Run> runs =
          List.of(
              new Run("opened without", without, probability, new double[TURNS]),
              new Run("there, not asked for", with, probability, new double[TURNS]),
              new Run("asked for", with, Set.of("probability", "relevance"), new double[TURNS]));
      long[] shape = {batch, input.remaining() / batch};
      for (int turn = 0; turn < TURNS; turn++) {
        for (Run run : runs) {
          long start = System.nanoTime();
          try (OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
              var result = run.session().run(Map.of("series", tensor), run.outputs())) {
            run.seconds()[turn] = (System.nanoTime() - start) / 1e9;
          }
        }
      }
      System.out.println("| relevance | passes/s | time |\n|---|---|---|");
      for (Run run : runs) {
        double seconds = median(run.seconds());
        System.out.printf(
            "| %s | %.1f | %.2f × |%n",
            run.name(), 1 / seconds, seconds / median(runs.get(0).seconds()));
      }
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static DoubleBuffer batch(Path folder, int count) throws Exception {
    try (var files = Files.list(folder)) {
      double[][] series = new double[count][];
      List<Path> some = files.sorted().limit(count).toList();
      for (int i = 0; i < count; i++) {
        series[i] = NpyReader.read(some.get(i % some.size()));
      }
      DoubleBuffer buffer =
          ByteBuffer.allocateDirect(count * series[0].length * Double.BYTES)
              .order(ByteOrder.nativeOrder())
              .asDoubleBuffer();
      for (double[] one : series) {
        buffer.put(one);
      }
      return buffer.flip();
    }
  }
}
