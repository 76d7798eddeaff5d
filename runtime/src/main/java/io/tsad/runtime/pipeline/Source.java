package io.tsad.runtime.pipeline;

import io.tsad.runtime.series.SeriesCursor;

/** Where series come from: a file, a stream, or a fault in place of one. */
@FunctionalInterface
public interface Source {
  /** Opens it; called once, on any thread. */
  SeriesCursor open();

  /** Whether reading may wait for somebody to write: what was read before is scored first then. */
  default boolean mayWait() {
    return false;
  }
}
