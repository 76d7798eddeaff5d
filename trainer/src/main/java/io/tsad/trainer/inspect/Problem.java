package io.tsad.trainer.inspect;

import io.tsad.runtime.series.InvalidSeriesException;

/**
 * A file that cannot be used.
 *
 * @param file its name within the data folder
 */
public record Problem(String file, String fault, String remedy) {
  /** What is wrong and what would be right. */
  String said() {
    return fault + "; " + remedy;
  }

  static Problem of(String file, InvalidSeriesException fault) {
    return new Problem(file, fault.fault(), fault.remedy());
  }
}
