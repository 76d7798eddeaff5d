package io.tsad.dashboard.server;

import io.tsad.runtime.TsadException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something every so often, on a thread of its own. */
final class Repeated implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

  private final Duration pause;
  private final Work work;
  private final Thread thread;

  /** What is done; a fault is logged, and the next time it is tried again. */
  interface Work {
    void run() throws TsadException;
  }

  /** Starts it, with a pause first. */
  Repeated(String name, Duration pause, Work work) {
    this.pause = pause;
    this.work = work;
    this.thread = new Thread(this::repeat, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void repeat() {
    try {
      while (true) {
        Thread.sleep(pause.toMillis());
        try {
          work.run();
        } catch (TsadException | RuntimeException e) {
          LOG.warn("{} failed", Thread.currentThread().getName(), e);
        }
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
