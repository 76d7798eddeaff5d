package io.tsad.trainer.command;

import io.tsad.runtime.series.InvalidSeriesException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Names faulty series one a line, but not all of them where they are many: a whole folder that is
 * too short would push the remedy out of sight.
 */
final class FaultLines implements Consumer<InvalidSeriesException>, AutoCloseable {
  private static final int MOST = 10;

  private final String prefix;
  private final Consumer<String> out;
  private int faults;

  FaultLines(String prefix, Consumer<String> out) {
    this.prefix = prefix;
    this.out = out;
  }

  @Override
  public void accept(InvalidSeriesException fault) {
    faults++;
    if (faults <= MOST) {
      out.accept(prefix + fault.getMessage());
    }
  }

  /** Says how many were not named. */
  @Override
  public void close() {
    if (faults > MOST) {
      out.accept(String.format(Locale.ROOT, "%s… and %,d more", prefix, faults - MOST));
    }
  }
}
