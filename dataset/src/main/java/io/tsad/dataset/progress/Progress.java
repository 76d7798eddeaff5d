package io.tsad.dataset.progress;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Lines for people, and on a terminal a progress bar with the time left below them. */
public final class Progress implements AutoCloseable {
  private static final int COLUMNS = 79;
  private static final String CLEAR_LINE = "\r\033[K";

  /** A narrow terminal shows as much of the bar as fits, instead of a new row at every update. */
  private static final String NO_WRAP = "\033[?7l";

  private static final String WRAP = "\033[?7h";

  private final PrintWriter out;
  private final boolean terminal;
  private @Nullable ProgressBar bar;
  private String drawn = "";

  /**
   * @param terminal whether {@code out} is one; elsewhere no bar is drawn
   */
  public Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Prints a line; a bar stays below it. */
  public synchronized void line(String text) {
    out.println((drawn.isEmpty() ? "" : CLEAR_LINE) + text);
    out.print(drawn);
    out.flush();
  }

  /** Starts a bar in place of any other. */
  public void start(String task, long steps) {
    close();
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(250)
              .continuousUpdate()
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, COLUMNS))
              .build();
    }
  }

  /** Moves the bar, where there is one. */
  public void step(long by) {
    if (bar != null) {
      bar.stepBy(by);
    }
  }

  private synchronized void draw(String text) {
    drawn = NO_WRAP + text + WRAP;
    out.print(CLEAR_LINE + drawn);
    out.flush();
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      synchronized (this) {
        out.print(CLEAR_LINE);
        out.flush();
        drawn = "";
      }
    }
  }
}
