

import io.tsad.dataset.folder.AnomalyIndex;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.Verdict;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.detect.session.Output;
import io.tsad.runtime.detect.session.SessionConfig;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Whether a model looks where the anomaly is. Of the anomalies it detects in a data folder with
 * masks: the share for which the largest relevance lies inside the mask, give or take a hundredth of
 * the series, and the average precision of the relevance as a ranking of the samples inside; beside
 * occlusion, which needs a pass for each of 64 windows: each is replaced by the series' mean, and
 * how much that lowers the difference of the logits is the window's relevance. Prints a Markdown
 * table.
 *
 * <p>{@code java -cp CLASSPATH Localisation.java DATA MODEL [EVERY]}: with EVERY, of the detected
 * anomalies only every so many are occluded.
 */
final class Localisation {
  private static final int WINDOWS = 64;
  private static final double TOLERANCE = 0.01;

  /** Of one kind of anomaly. */
  private static final class Count {
    private int detected;
    private int peaks;
    private double precision;
    private double chance;
    private int occluded;
    private int relevancePeaks;
    private double relevancePrecision;
    private int occlusionPeaks;
    private double occlusionPrecision;
  }

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    int every = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    Map<String, String> kinds = AnomalyIndex.read(data).kinds();
    Map<String, Count> counts = new TreeMap<>();
    Count all = new Count();
    SessionConfig config = SessionConfig.on(Device.CPU);
    try (Detector explaining = Detector.open(Path.of(args[1]), config.with(Output.RELEVANCE));
        Detector plain = Detector.open(Path.of(args[1]), config)) {
      for (Path file : anomalies(data, plain.card().positive())) {
        String name = data.relativize(file).toString();
        double[] values = NpyReader.read(file);
        Detection detection = explaining.detect(List.of(new Series(name, values))).get(0);
        if (detection.verdict() == Verdict.NORMAL) {
          continue;
        }
        double[] relevance = doubles(detection.relevance().orElseThrow().toArray());
        boolean[] mask = mask(data.resolve("mask").resolve(name), relevance.length);
        boolean[] around = widened(mask);
        Count kind = counts.computeIfAbsent(kinds.getOrDefault(name, "any"), k -> new Count());
        boolean peak = around[peak(relevance)];
        double precision = averagePrecision(relevance, mask);
        double[] occlusion = null;
        if (all.detected % every == 0) {
          occlusion = occlusion(plain, Arrays.copyOf(values, relevance.length));
        }
        for (Count count : List.of(all, kind)) {
          count.detected++;
          count.peaks += peak ? 1 : 0;
          count.precision += precision;
          count.chance += share(around);
          if (occlusion != null) {
            count.occluded++;
            count.relevancePeaks += peak ? 1 : 0;
            count.relevancePrecision += precision;
            count.occlusionPeaks += around[peak(occlusion)] ? 1 : 0;
            count.occlusionPrecision += averagePrecision(occlusion, mask);
          }
        }
      }
    }
    System.out.println(
        "| | detected | peak inside | by chance | average precision | occluded | peak inside"
            + " | by occlusion | average precision | by occlusion |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    counts.forEach(Localisation::print);
    print("all", all);
  }

  private static List<Path> anomalies(Path data, String positive) throws Exception {
    try (var files = Files.list(data.resolve("val").resolve(positive))) {
      return files.filter(file -> file.toString().endsWith(".npy")).sorted().toList();
    }
  }

  private static void print(String name, Count count) {
    double occluded = Math.max(1, count.occluded);
    System.out.printf(
        "| %s | %d | %.2f | %.2f | %.2f | %d | %.2f | %.2f | %.2f | %.2f |%n",
        name,
        count.detected,
        (double) count.peaks / count.detected,
        count.chance / count.detected,
        count.precision / count.detected,
        count.occluded,
        count.relevancePeaks / occluded,
        count.occlusionPeaks / occluded,
        count.relevancePrecision / occluded,
        count.occlusionPrecision / occluded);
  }

  private static boolean[] mask(Path file, int length) throws Exception {
    double[] values = NpyReader.read(file);
    boolean[] mask = new boolean[length];
    for (int t = 0; t < length; t++) {
      mask[t] = values[t] > 0;
    }
    return mask;
  }

  /** With as much around it as is tolerated. */
  private static boolean[] widened(boolean[] mask) {
    int around = (int) Math.round(TOLERANCE * mask.length);
    boolean[] widened = new boolean[mask.length];
    for (int t = 0; t < mask.length; t++) {
      if (mask[t]) {
        Arrays.fill(
            widened, Math.max(0, t - around), Math.min(mask.length, t + around + 1), true);
      }
    }
    return widened;
  }

  private static double share(boolean[] mask) {
    int inside = 0;
    for (boolean one : mask) {
      inside += one ? 1 : 0;
    }
    return (double) inside / mask.length;
  }

  /** Σ (recall gained) × (precision there), over the levels of the score from the top down. */
  private static double averagePrecision(double[] score, boolean[] inside) {
    List<Integer> order =
        IntStream.range(0, score.length)
            .boxed()
            .sorted((a, b) -> Double.compare(score[b], score[a]))
            .toList();
    int found = 0;
    double sum = 0;
    for (int from = 0; from < order.size(); ) {
      int to = from;
      int before = found;
      while (to < order.size() && score[order.get(to)] == score[order.get(from)]) {
        found += inside[order.get(to)] ? 1 : 0;
        to++;
      }
      sum += (found - before) * (double) found / to;
      from = to;
    }
    return sum / Math.max(1, found);
  }

  /** The difference of the logits, which is that of the logarithms. */
  private static double evidence(Detector detector, Detection detection) {
    int positive = detector.card().positiveIndex();
    return Math.log(Math.max(1e-30, detection.probabilities().get(positive)))
        - Math.log(Math.max(1e-30, detection.probabilities().get(1 - positive)));
  }

  private static double[] occlusion(Detector detector, double[] values) throws Exception {
    double mean = Arrays.stream(values).average().orElseThrow();
    List<Series> occluded = new ArrayList<>();
    occluded.add(new Series("whole", values));
    for (int window = 0; window < WINDOWS; window++) {
      double[] copy = values.clone();
      Arrays.fill(copy, start(window, values), start(window + 1, values), mean);
      occluded.add(new Series("window " + window, copy));
    }
    List<Double> evidence = new ArrayList<>();
    for (int from = 0; from < occluded.size(); from += 16) {
      detector
          .detect(occluded.subList(from, Math.min(occluded.size(), from + 16)))
          .forEach(detection -> evidence.add(evidence(detector, detection)));
    }
    double[] lost = new double[values.length];
    for (int window = 0; window < WINDOWS; window++) {
      double loss = evidence.get(0) - evidence.get(window + 1);
      Arrays.fill(lost, start(window, values), start(window + 1, values), loss);
    }
    return lost;
  }

  private static int start(int window, double[] values) {
    return window * values.length / WINDOWS;
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(t -> values[t]).toArray();
  }

  private static int peak(double[] values) {
    int peak = 0;
    for (int t = 1; t < values.length; t++) {
      peak = values[t] > values[peak] ? t : peak;
    }
    return peak;
  }
}
