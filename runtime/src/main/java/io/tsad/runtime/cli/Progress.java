package io.tsad.runtime.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Lines for people, and on a terminal a last line below them that tells how far a task is, several
 * times a second. Safe for use by several threads.
 */
public final class Progress implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(200);

  /** Takes away what stands on a terminal's line. */
  public static final String CLEAR_LINE = "\r\033[K";

  /** A narrow terminal shows as much of the line as fits, instead of a new row at every update. */
  private static final String NO_WRAP = "\033[?7l";

  private static final String WRAP = "\033[?7h";

  private final PrintWriter out;
  private final boolean terminal;
  private final InstantSource clock;

  private String task = "";
  private long total;
  private long done;
  private Instant start = Instant.EPOCH;
  private Instant drawn = Instant.EPOCH;
  private String shown = "";

  /**
   * @param terminal whether {@code out} is one; elsewhere only lines are printed
   * @param clock tells the pace
   */
  public Progress(PrintWriter out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Prints a line; how far the task is stays below it. */
  public synchronized void line(String text) {
    out.println((shown.isEmpty() ? "" : CLEAR_LINE) + text);
    out.print(shown);
    out.flush();
  }

  /**
   * Begins a task, in place of any other.
   *
   * @param task a word or two, such as {@code Training}
   * @param steps how many there will be; if there are more, it is never said to be at 100 %
   */
  public synchronized void start(String task, long steps) {
    clear();
    this.task = task;
    total = steps;
    done = 0;
    start = clock.instant();
    drawn = start;
  }

  /** Counts {@code by} more steps as done. */
  public synchronized void step(long by) {
    done += by;
    Instant now = clock.instant();
    if (!terminal || Duration.between(drawn, now).compareTo(STEP) < 0) {
      return;
    }
    drawn = now;
    shown = NO_WRAP + text(Duration.between(start, now).toMillis() / 1000.0) + WRAP;
    out.print(CLEAR_LINE + shown);
    out.flush();
  }

  private String text(double seconds) {
    double pace = done / seconds;
    long left = (long) Math.ceil(Math.max(0, total - done) / Math.max(pace, 1e-9));
    return String.format(
        Locale.ROOT,
        pace < 10
            ? "%s  %,d of %,d  %3d %%  %,.1f/s  %s left"
            : "%s  %,d of %,d  %3d %%  %,.0f/s  %s left",
        task,
        done,
        Math.max(total, done),
        total == 0 ? 0 : Math.min(99, 100 * done / total),
        pace,
        inWords(left));
  }

  private static String inWords(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }

  /** Takes away what is shown of the task, until its next step. */
  public synchronized void clear() {
    if (!shown.isEmpty()) {
      out.print(CLEAR_LINE);
      out.flush();
      shown = "";
    }
  }

  @Override
  public void close() {
    clear();
  }
}
