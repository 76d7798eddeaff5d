package io.tsad.runtime.detect;

import io.tsad.runtime.detect.device.DeviceUnavailableException;
import io.tsad.runtime.detect.device.GpuMemoryException;
import io.tsad.runtime.model.InvalidModelException;
import java.util.List;

/**
 * How many series a pass may have. There is no limit until a GPU has no memory for a pass, which
 * then becomes two, and all later ones are no larger than its halves.
 */
final class PassSize {
  /** Scores some series. */
  interface Pass<T> {
    void run(List<T> batch) throws InvalidModelException, DeviceUnavailableException;
  }

  /** Threads may overwrite each other's: then a pass too large is halved once more. */
  private volatile int most = Integer.MAX_VALUE;

  boolean allows(int series) {
    return series <= most;
  }

  /** Scores {@code batch} in one pass or, if memory does not suffice, in several, in order. */
  <T> void run(List<T> batch, Pass<T> pass)
      throws InvalidModelException, DeviceUnavailableException {
    try {
      pass.run(batch);
    } catch (GpuMemoryException e) {
      if (batch.size() == 1) {
        throw e;
      }
      int half = (batch.size() + 1) / 2;
      most = Math.min(most, half);
      run(batch.subList(0, half), pass);
      run(batch.subList(half, batch.size()), pass);
    }
  }
}
