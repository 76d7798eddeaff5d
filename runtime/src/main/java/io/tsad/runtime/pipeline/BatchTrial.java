package io.tsad.runtime.pipeline;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/**
 * Finds by trial how many series a pass should take. On a CPU that is known beforehand; a GPU is
 * busy only from some size on, which depends on the card, the model and its length. The passes warm
 * the GPU up, too: it chooses algorithms and takes memory at the first of each size.
 *
 * @param clock times passes
 */
public record BatchTrial(Detector detector, InstantSource clock) {
  private static final int SMALLEST = 32;

  private static final List<Integer> LARGER = List.of(128, 512, 1024, 2048);

  private static final int PASSES = 3;

  /** A larger size must win so much: it takes memory, and its first results come later. */
  private static final double WORTH = 1.1;

  /**
   * The best of some sizes up to {@code most}, or the smallest of them.
   *
   * @throws TsadException if the detector cannot score
   */
  public int best(int most) throws TsadException {
    int best = SMALLEST;
    double pace = pace(best);
    for (int size : LARGER) {
      if (size > most) {
        break;
      }
      double larger = pace(size);
      if (larger > pace * WORTH) {
        best = size;
        pace = larger;
      }
    }
    return best;
  }

  /** Series a second, in the fastest of a few passes. */
  private double pace(int size) throws TsadException {
    List<Series> batch = Collections.nCopies(size, new Series("trial", sawtooth()));
    detector.detectChecked(batch);
    long least = Long.MAX_VALUE;
    for (int pass = 0; pass < PASSES; pass++) {
      Instant start = clock.instant();
      detector.detectChecked(batch);
      least = Math.min(least, Duration.between(start, clock.instant()).toNanos());
    }
    return size / Math.max(1e-9, least / 1e9);
  }

  private double[] sawtooth() {
    double[] values = new double[detector.samples()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7;
    }
    return values;
  }
}
