package io.tsad.trainer.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and {@code SIGTERM}: interrupts what runs and holds the end of the process back until it
 * is over. A process that ends while PyTorch computes crashes, and what was half written stays.
 */
final class OrderlyEnd implements AutoCloseable {
  /** Longer than a step of training takes; what takes longer is mostly Java's, and may just end. */
  private static final long PATIENCE_SECONDS = 5;

  private final Thread working = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "tsad-end");
  private volatile boolean requested;

  private OrderlyEnd() {}

  /** Of what the calling thread does until it closes this. */
  static OrderlyEnd watch() {
    OrderlyEnd end = new OrderlyEnd();
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  /** Whether the process is asked to end. */
  boolean isRequested() {
    return requested;
  }

  private void await() {
    requested = true;
    working.interrupt();
    try {
      over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is about to end: the hook has run.
    }
  }
}
