package io.tsad.runtime.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C and {@code SIGTERM}: holds the end of the process back until what is done is printed.
 * Close it then.
 */
public final class Interruption implements BooleanSupplier, AutoCloseable {
  /** Longer than a run takes to wind up. */
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "tsad-interruption");
  private final Runnable whenRequested;
  private volatile boolean requested;

  private Interruption(Runnable whenRequested) {
    this.whenRequested = whenRequested;
  }

  /** Begins to watch for what asks {@link #getAsBoolean} itself. */
  public static Interruption watch() {
    return watch(() -> {});
  }

  /**
   * Begins to watch.
   *
   * @param whenRequested is run once the process is asked to end, on a thread of its own
   */
  public static Interruption watch(Runnable whenRequested) {
    Interruption interruption = new Interruption(whenRequested);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the process is asked to end. */
  @Override
  public boolean getAsBoolean() {
    return requested;
  }

  private void await() {
    requested = true;
    whenRequested.run();
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
