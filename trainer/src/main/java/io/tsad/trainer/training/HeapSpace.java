package io.tsad.trainer.training;

import io.tsad.dataset.folder.InvalidDatasetException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Refuses a fit whose features Java could not hold, before they are computed.
 *
 * @param most bytes that Java may take
 */
record HeapSpace(long most) {
  /** Of what Java may take; the rest is for the series and for what works on them. */
  private static final double SHARE = 0.7;

  static HeapSpace ofThisJava() {
    return new HeapSpace(Runtime.getRuntime().maxMemory());
  }

  /**
   * @param data what messages call the data folder
   * @param features of each series
   */
  void require(Path data, int series, int features) throws InvalidDatasetException {
    long needed = (long) Float.BYTES * series * features;
    if (needed > SHARE * most) {
      throw new InvalidDatasetException(
          data.toString(),
          String.format(
              Locale.ROOT,
              "has %,d series to train on, whose features take %,d MB; Java may use %,d MB",
              series,
              needed >> 20,
              most >> 20),
          String.format(
              Locale.ROOT,
              "set TSAD_JAVA_OPTIONS=-Xmx%dg if there is so much, or take --arch inceptiontime",
              (long) Math.ceil(needed / SHARE / (1L << 30))));
    }
  }
}
