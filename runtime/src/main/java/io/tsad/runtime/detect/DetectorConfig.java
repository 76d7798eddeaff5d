package io.tsad.runtime.detect;

import io.tsad.runtime.cache.ModelCache;
import org.jspecify.annotations.Nullable;

/**
 * How a detector is opened.
 *
 * @param device where the model is to run
 * @param workload how much there is to score
 * @param threads the threads of one pass on the CPU; 0 for one a core. One is best where several
 *     threads call the detector at once
 * @param cache where an optimised copy of the model is kept for the next start, or null for
 *     nowhere; only the CPU uses it
 */
public record DetectorConfig(
    Device device, Workload workload, int threads, @Nullable ModelCache cache) {
  public DetectorConfig {
    if (threads < 0) {
      throw new IllegalArgumentException(threads + " threads");
    }
  }

  /** For a process that stays: every pass on all cores, nothing cached. */
  public static DetectorConfig on(Device device) {
    return new DetectorConfig(device, Workload.MANY, 0, null);
  }
}
