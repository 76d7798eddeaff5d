package io.tsad.runtime.cache;

import java.nio.file.Path;

/** What there is for one model in the cache of optimised copies. */
public sealed interface CacheState {
  /**
   * A copy that the next start will use.
   *
   * @param file the copy
   * @param bytes its size
   */
  record Present(Path file, long bytes) implements CacheState {}

  /** No copy yet; the next start writes one into {@code folder}. */
  record Absent(Path folder) implements CacheState {}

  /**
   * A copy of another model, version or processor, or a damaged one; the next start replaces it.
   */
  record Stale(Path file, long bytes) implements CacheState {}

  /** No copy, and none can be written into {@code folder}. */
  record Unwritable(Path folder) implements CacheState {}

  /**
   * No copy is wanted.
   *
   * @param reason in a few words for people
   */
  record Off(String reason) implements CacheState {}
}
