package io.tsad.dashboard.models;

import java.time.Duration;

/** Has a shelf look at its folder every so often, on a thread of its own. */
public final class ShelfWatch implements AutoCloseable {
  private final ModelShelf shelf;
  private final Duration pause;
  private final Thread thread = new Thread(this::watch, "models");

  /** Starts it. */
  public ShelfWatch(ModelShelf shelf, Duration pause) {
    this.shelf = shelf;
    this.pause = pause;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(pause.toMillis());
        shelf.look();
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
