package io.tsad.runtime.pipeline;

import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.series.InvalidSeriesException;

/** What became of one series. */
public sealed interface Outcome {
  /**
   * It was scored.
   *
   * @param name of the series
   */
  record Scored(String name, Detection detection) implements Outcome {}

  /** It could not be read, or not be scored. */
  record Refused(InvalidSeriesException fault) implements Outcome {}
}
