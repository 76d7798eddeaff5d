package io.tsad.runtime.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** How far a run is, on the last line of a terminal, several times a second. */
final class ProgressLine {
  private static final Duration STEP = Duration.ofMillis(200);
  static final String CLEAR = "\r\033[K";

  private final PrintWriter terminal;
  private final InstantSource clock;
  private final Instant start;
  private final long total;
  private Instant drawn;
  private boolean visible;

  /**
   * @param total how many sources there are
   */
  ProgressLine(PrintWriter terminal, InstantSource clock, long total) {
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.instant();
    this.drawn = start;
    this.total = total;
  }

  /** Draws the line, unless it was drawn just now. */
  void show(long done) {
    Instant now = clock.instant();
    if (Duration.between(drawn, now).compareTo(STEP) < 0) {
      return;
    }
    drawn = now;
    visible = true;
    double seconds = Duration.between(start, now).toMillis() / 1000.0;
    double pace = done / seconds;
    long left = (long) Math.ceil(Math.max(0, total - done) / Math.max(pace, 1e-9));
    terminal.print(
        String.format(
            Locale.ROOT,
            "%s%,d of %,d series  %3d %%  %,.0f/s  %s left",
            CLEAR,
            done,
            Math.max(total, done),
            total == 0 ? 0 : Math.min(99, 100 * done / total),
            pace,
            left < 60 ? left + " s" : "%d min %02d s".formatted(left / 60, left % 60)));
    terminal.flush();
  }

  /** Takes the line away, so that another can be printed. */
  void clear() {
    if (visible) {
      terminal.print(CLEAR);
      terminal.flush();
      visible = false;
    }
  }
}
