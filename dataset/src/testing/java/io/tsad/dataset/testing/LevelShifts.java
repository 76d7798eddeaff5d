package io.tsad.dataset.testing;

import io.tsad.dataset.folder.LabelledSeries;
import io.tsad.runtime.series.NpyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Series that are easy to tell apart, for tests: noise around zero, and in half of them, the
 * anomalies, around two from the middle on.
 *
 * @param classes the anomalous one first
 * @param length in samples
 */
public record LevelShifts(List<String> classes, int length) {
  public static LevelShifts ofLength(int length) {
    return new LevelShifts(List.of("anomaly", "normal"), length);
  }

  /** {@code count} series, anomalies first, named as in a data folder; label 0 is the anomaly. */
  public List<LabelledSeries> series(String split, int count) {
    Random random = new Random(split.hashCode());
    List<LabelledSeries> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = i < count / 2 ? 0 : 1;
      double[] values = new double[length];
      for (int t = 0; t < length; t++) {
        values[t] = 0.2 * random.nextGaussian() + (label == 0 && t >= length / 2 ? 2 : 0);
      }
      String name = "%s/%s/%02d.npy".formatted(split, classes.get(label), i);
      series.add(new LabelledSeries(name, values, label));
    }
    return series;
  }

  /** Writes {@code train} and {@code val} series as a data folder. */
  public Path write(Path root, int train, int val) throws IOException {
    for (LabelledSeries one : series("train", train)) {
      write(root, one);
    }
    for (LabelledSeries one : series("val", val)) {
      write(root, one);
    }
    return root;
  }

  private static void write(Path root, LabelledSeries series) throws IOException {
    Path file = root.resolve(series.name());
    Files.createDirectories(file.getParent());
    NpyWriter.write(file, series.values());
  }
}
