package io.tsad.runtime.infer;

import io.tsad.runtime.cache.ModelCache;
import java.io.InputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tsad-infer} finds where it runs.
 *
 * @param in standard input
 * @param models where to look for a model that nobody named
 * @param cache where optimised copies of models are kept, or null for nowhere
 * @param cores how many threads there are to score with by default
 * @param heap the most that Java's heap may take, in bytes
 * @param clock times progress
 * @param progress whether a person sees stderr, and results go elsewhere
 */
record Surroundings(
    InputStream in,
    ModelFinder models,
    @Nullable ModelCache cache,
    int cores,
    long heap,
    InstantSource clock,
    boolean progress) {
  /** What the process finds; its launcher tells of the terminal and the installation. */
  static Surroundings ofProcess() {
    return new Surroundings(
        System.in,
        ModelFinder.of(System.getenv("TSAD_MODEL"), System.getProperty("tsad.home")),
        ModelCache.of(System.getenv(), InstantSource.system()),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory(),
        InstantSource.system(),
        Boolean.getBoolean("tsad.terminal") && !Boolean.getBoolean("tsad.terminal.out"));
  }
}
