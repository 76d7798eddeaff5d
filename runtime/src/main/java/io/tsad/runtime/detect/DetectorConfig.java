package io.tsad.runtime.detect;

import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.model.Contract;
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
 * @param relevance whether detections say where the evidence lies. It costs about half as much
 *     again as scoring alone; a model opened without costs nothing more than one that cannot tell
 * @param gpuMemory the most that scoring may take of a GPU's memory, in bytes; 0 for no limit
 */
public record DetectorConfig(
    Device device,
    Workload workload,
    int threads,
    @Nullable ModelCache cache,
    boolean relevance,
    long gpuMemory) {
  public DetectorConfig {
    if (threads < 0 || gpuMemory < 0) {
      throw new IllegalArgumentException(threads + " threads, " + gpuMemory + " bytes");
    }
  }

  /** Without a limit of the GPU's memory. */
  public DetectorConfig(
      Device device,
      Workload workload,
      int threads,
      @Nullable ModelCache cache,
      boolean relevance) {
    this(device, workload, threads, cache, relevance, 0);
  }

  /** Without relevance. */
  public DetectorConfig(Device device, Workload workload, int threads, @Nullable ModelCache cache) {
    this(device, workload, threads, cache, false);
  }

  /** For a process that stays: every pass on all cores, nothing cached. */
  public static DetectorConfig on(Device device) {
    return new DetectorConfig(device, Workload.MANY, 0, null);
  }

  /** The same on the CPU. */
  DetectorConfig onCpu() {
    return new DetectorConfig(Device.CPU, workload, threads, cache, relevance, gpuMemory);
  }

  /** The same, and detections say where the evidence lies. */
  public DetectorConfig withRelevance() {
    return new DetectorConfig(device, workload, threads, cache, true, gpuMemory);
  }

  /** The same, with a limit of the GPU's memory in bytes; 0 for none. */
  public DetectorConfig withGpuMemory(long bytes) {
    return new DetectorConfig(device, workload, threads, cache, relevance, bytes);
  }

  /** Where copies of models opened this way are kept, or null for nowhere. */
  @Nullable ModelCache copies() {
    return cache == null || !relevance ? cache : cache.variant(Contract.RELEVANCE);
  }
}
