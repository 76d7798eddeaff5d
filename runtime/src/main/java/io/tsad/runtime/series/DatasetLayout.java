package io.tsad.runtime.series;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a data folder is laid out: {@code {train,val}/CLASS/NAME.npy}, for series whose anomalous
 * samples are known {@code mask/<the same path>}, and an index of the anomalies.
 */
public final class DatasetLayout {
  /** The series to learn from. */
  public static final String TRAIN = "train";

  /** The series to judge by. */
  public static final String VAL = "val";

  /** Masks of the series, by their paths. */
  public static final String MASK = "mask";

  /** Which anomaly each series has, by its path. */
  public static final String ANOMALIES = "anomalies.csv";

  /** The class that means <em>anomaly</em> unless another is named. */
  public static final String ANOMALY = "anomaly";

  /** The other class, where tsad names both. */
  public static final String NORMAL = "normal";

  private DatasetLayout() {}

  /** Whether {@code folder} has a split, and so is a data folder. */
  public static boolean is(Path folder) {
    return Files.isDirectory(folder.resolve(TRAIN)) || Files.isDirectory(folder.resolve(VAL));
  }

  /**
   * Where a series is, within its data folder.
   *
   * @param split {@link #TRAIN} or {@link #VAL}
   * @param name of its file without {@code .npy}
   */
  public static String series(String split, String className, String name) {
    return split + "/" + className + "/" + name + ".npy";
  }

  /** Where the mask of a series is that is at {@code series}, both within the data folder. */
  public static String mask(String series) {
    return MASK + "/" + series;
  }
}
