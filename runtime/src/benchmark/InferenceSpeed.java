

import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.detect.session.Workload;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Series a second of a {@link Detector} over series in memory, for some sizes of batch and numbers
 * of callers. Prints {@code provider batch callers series/s} for each setting, after a warm-up.
 *
 * <p>{@code java -cp CLASSPATH InferenceSpeed.java MODEL.onnx FOLDER cuda|cpu SECONDS
 * BATCHxCALLERS...}
 */
final class InferenceSpeed {
  public static void main(String[] args) throws Exception {
    List<Series> series = new ArrayList<>();
    try (var files = Files.walk(Path.of(args[1]))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".npy")).sorted().toList()) {
        series.add(new Series(file.toString(), NpyReader.read(file)));
      }
    }
    Device device = Device.valueOf(args[2].toUpperCase(Locale.ROOT));
    double seconds = Double.parseDouble(args[3]);
    for (int i = 4; i < args.length; i++) {
      int batch = Integer.parseInt(args[i].split("x")[0]);
      int callers = Integer.parseInt(args[i].split("x")[1]);
      // One caller has all cores of a CPU; several have one each.
      SessionConfig config =
          new SessionConfig(device, Workload.MANY, callers == 1 ? 0 : 1, null);
      try (Detector detector = Detector.open(Path.of(args[0]), config)) {
        run(detector, batch(series, batch), callers, seconds / 3);
        double pace = run(detector, batch(series, batch), callers, seconds);
        System.out.printf(
            Locale.ROOT, "%s\t%d\t%d\t%.1f%n", detector.provider().name(), batch, callers, pace);
      }
    }
  }

  private static List<Series> batch(List<Series> series, int size) {
    List<Series> batch = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      batch.add(series.get(i % series.size()));
    }
    return batch;
  }

  private static double run(Detector detector, List<Series> batch, int callers, double seconds)
      throws InterruptedException {
    AtomicLong scored = new AtomicLong();
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      Thread thread =
          new Thread(
              () -> {
                do {
                  try {
                    scored.addAndGet(detector.detectChecked(batch).size());
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                } while ((System.nanoTime() - start) / 1e9 < seconds);
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return scored.get() / ((System.nanoTime() - start) / 1e9);
  }
}
