import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.detect.DetectorConfig;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.detect.Verdict;
import io.tsad.runtime.series.NpyReader;
import io.tsad.runtime.series.Series;
import io.tsad.trainer.generate.Anomaly;
import io.tsad.trainer.generate.AnomalyIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a model looks where the anomaly is: of the anomalies it detects in a generated set, the
 * share for which the largest relevance lies inside the mask, give or take a hundredth of the
 * series; beside occlusion, which needs no gradient but a hundred passes: parts of the series are
 * replaced by its mean, and what lowers the logits' difference most counts. Prints a Markdown table.
 *
 * <p>{@code java -cp CLASSPATH Localisation.java DATA MODEL [train|val]}
 */
final class Localisation {
  /** Of a series: how wide a part is occluded, and how far it moves from pass to pass. */
  private static final double PART = 1 / 30.0;

  private static final int MOVES = 4;
  private static final double TOLERANCE = 0.01;

  /** Of one kind of anomaly: how many were detected, and for how many the peak lies inside. */
  private static final class Count {
    private int detected;
    private int relevance;
    private int occlusion;
    private double chance;
  }

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    String split = (args.length > 2 ? args[2] : "val") + "/";
    Map<String, Count> counts = new TreeMap<>();
    Count all = new Count();
    try (Detector detector =
        Detector.open(Path.of(args[1]), DetectorConfig.on(Device.CPU).withRelevance())) {
      for (Map.Entry<String, Anomaly> one : AnomalyIndex.read(data).anomalies().entrySet()) {
        Path file = data.resolve(one.getKey());
        if (!one.getKey().startsWith(split) || !Files.exists(file)) {
          continue;
        }
        double[] values = NpyReader.read(file);
        Detection detection = detector.detect(List.of(new Series(one.getKey(), values))).get(0);
        if (detection.verdict() == Verdict.NORMAL) {
          continue;
        }
        float[] relevance = detection.relevance().orElseThrow().toArray();
        boolean[] mask = mask(data.resolve("mask").resolve(one.getKey()), relevance.length);
        double[] seen = Arrays.copyOf(values, relevance.length);
        boolean here = mask[peak(relevance)];
        boolean there = mask[peak(occlusion(detector, seen, evidence(detector, detection)))];
        for (Count count :
            List.of(all, counts.computeIfAbsent(one.getValue().kind().label(), k -> new Count()))) {
          count.detected++;
          count.relevance += here ? 1 : 0;
          count.occlusion += there ? 1 : 0;
          count.chance += share(mask);
        }
      }
    }
    System.out.println("| | detected | relevance inside | occlusion inside | by chance |");
    System.out.println("|---|---|---|---|---|");
    counts.forEach(Localisation::print);
    print("all", all);
  }

  private static void print(String name, Count count) {
    System.out.printf(
        "| %s | %d | %.3f | %.3f | %.3f |%n",
        name,
        count.detected,
        (double) count.relevance / count.detected,
        (double) count.occlusion / count.detected,
        count.chance / count.detected);
  }

  /** Where the anomaly is, and as much around it as is tolerated. */
  private static boolean[] mask(Path file, int length) throws Exception {
    double[] values = NpyReader.read(file);
    int around = (int) Math.round(TOLERANCE * length);
    boolean[] mask = new boolean[length];
    for (int t = 0; t < length; t++) {
      if (values[t] > 0) {
        Arrays.fill(mask, Math.max(0, t - around), Math.min(length, t + around + 1), true);
      }
    }
    return mask;
  }

  private static double share(boolean[] mask) {
    int inside = 0;
    for (boolean one : mask) {
      inside += one ? 1 : 0;
    }
    return (double) inside / mask.length;
  }

  /** The difference of the logits, which is that of the logarithms. */
  private static double evidence(Detector detector, Detection detection) {
    int positive = detector.card().positiveIndex();
    return Math.log(detection.probabilities().get(positive))
        - Math.log(detection.probabilities().get(1 - positive));
  }

  private static float[] occlusion(Detector detector, double[] values, double evidence)
      throws Exception {
    int part = (int) Math.round(PART * values.length);
    double mean = Arrays.stream(values).average().orElseThrow();
    List<Series> occluded = new ArrayList<>();
    for (int from = 0; from < values.length; from += part / MOVES) {
      double[] copy = values.clone();
      Arrays.fill(copy, from, Math.min(values.length, from + part), mean);
      occluded.add(new Series("from " + from, copy));
    }
    float[] lost = new float[values.length];
    int from = 0;
    for (int at = 0; at < occluded.size(); at += 32) {
      List<Series> some = occluded.subList(at, Math.min(occluded.size(), at + 32));
      for (Detection detection : detector.detect(some)) {
        float loss = (float) (evidence - evidence(detector, detection));
        for (int t = from; t < Math.min(values.length, from + part); t++) {
          lost[t] += loss;
        }
        from += part / MOVES;
      }
    }
    return lost;
  }

  private static int peak(float[] values) {
    int peak = 0;
    for (int t = 1; t < values.length; t++) {
      peak = values[t] > values[peak] ? t : peak;
    }
    return peak;
  }
}
