package io.tsad.trainer.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** Series in which there is nothing to learn, for tests: all samples are drawn alike. */
public final class WhiteNoise {
  private static final int SAMPLES = 50;

  private WhiteNoise() {}

  /** Writes as many of each class to {@code train} and {@code val}. */
  public static DataFolder write(Path root, int train, int val) throws IOException {
    DataFolder folder = new DataFolder(root);
    Random random = new Random(7);
    for (String name : new String[] {"anomaly", "normal"}) {
      for (int i = 0; i < train + val; i++) {
        folder.put(
            "%s/%s/%02d.npy".formatted(i < train ? "train" : "val", name, i),
            random.doubles(SAMPLES, -1, 1).toArray());
      }
    }
    return folder;
  }
}
