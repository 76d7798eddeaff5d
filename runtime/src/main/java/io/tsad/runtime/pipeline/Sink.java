package io.tsad.runtime.pipeline;

import io.tsad.runtime.TsadException;

/** Takes outcomes, in the order of the sources, on the thread that runs the pipeline. */
public interface Sink {
  void accept(Outcome outcome) throws TsadException;

  /** No further outcome is ready: a good time to flush. */
  void pause() throws TsadException;
}
