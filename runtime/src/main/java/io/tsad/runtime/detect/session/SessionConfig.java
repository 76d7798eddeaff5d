package io.tsad.runtime.detect.session;

import io.tsad.runtime.cache.ModelCache;
import io.tsad.runtime.detect.device.Device;
import io.tsad.runtime.model.Contract;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a model is opened.
 *
 * @param device where the model is to run
 * @param workload how much there is to score
 * @param threads the threads of one pass on the CPU; 0 for one a core. One is best where several
 *     threads call the detector at once
 * @param cache where an optimised copy of the model is kept for the next start, or null for
 *     nowhere; only the CPU uses it
 * @param outputs what the model is asked for, {@link Output#PROBABILITY} among it. A model opened
 *     without {@link Output#RELEVANCE} costs nothing more than one that cannot tell
 * @param gpuMemory the most that scoring may take of a GPU's memory, in bytes; 0 for no limit
 */
public record SessionConfig(
    Device device,
    Workload workload,
    int threads,
    @Nullable ModelCache cache,
    Set<Output> outputs,
    long gpuMemory) {
  public SessionConfig {
    if (threads < 0 || gpuMemory < 0 || !outputs.contains(Output.PROBABILITY)) {
      throw new IllegalArgumentException(
          "%d threads, %s, %d bytes".formatted(threads, outputs, gpuMemory));
    }
    outputs = Set.copyOf(outputs);
  }

  /** Asks for the probability alone, without a limit of the GPU's memory. */
  public SessionConfig(Device device, Workload workload, int threads, @Nullable ModelCache cache) {
    this(device, workload, threads, cache, Set.of(Output.PROBABILITY), 0);
  }

  /** For a process that stays: every pass on all cores, nothing cached. */
  public static SessionConfig on(Device device) {
    return new SessionConfig(device, Workload.MANY, 0, null);
  }

  /** The same on the CPU. */
  public SessionConfig onCpu() {
    return new SessionConfig(Device.CPU, workload, threads, cache, outputs, gpuMemory);
  }

  /** The same, and the model is asked for {@code output} too. */
  public SessionConfig with(Output output) {
    EnumSet<Output> more = EnumSet.of(output);
    more.addAll(outputs);
    return new SessionConfig(device, workload, threads, cache, more, gpuMemory);
  }

  /** The same, with a limit of the GPU's memory in bytes; 0 for none. */
  public SessionConfig withGpuMemory(long bytes) {
    return new SessionConfig(device, workload, threads, cache, outputs, bytes);
  }

  /** Whether the model is asked where the evidence lies. */
  boolean relevance() {
    return outputs.contains(Output.RELEVANCE);
  }

  /** Where copies of models opened this way are kept, or null for nowhere. */
  @Nullable ModelCache copies() {
    return cache == null || !relevance() ? cache : cache.variant(Contract.RELEVANCE);
  }
}
