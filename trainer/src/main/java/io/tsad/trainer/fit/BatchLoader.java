package io.tsad.trainer.fit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Draws batches on a thread of its own, a few ahead of the network. One thread, so that the random
 * draws have one order.
 */
final class BatchLoader implements AutoCloseable {
  private static final int AHEAD = 8;

  private final TrainingSet set;
  private final int length;
  private final FitConfig config;
  private final RandomStream sampling;
  private final RandomStream noise;
  private final BlockingQueue<Drawn> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;

  /** A batch, or why there are no more. */
  private record Drawn(@Nullable Batch batch, @Nullable Throwable fault) {}

  BatchLoader(TrainingSet set, int length, FitConfig config) {
    this.set = set;
    this.length = length;
    this.config = config;
    this.sampling = new RandomStream(config.seed(), "sampling");
    this.noise = new RandomStream(config.seed(), "noise");
    this.thread = new Thread(this::load, "batch-loader");
    thread.setDaemon(true);
    thread.start();
  }

  /** The next batch; an epoch is as many series as the set has, its last batch may be smaller. */
  Batch next() throws InterruptedException {
    Drawn drawn = queue.take();
    if (drawn.batch() == null) {
      throw new IllegalStateException(
          "Batches of %,d series".formatted(config.batch()), drawn.fault());
    }
    return drawn.batch();
  }

  /** Whether it is still drawing. */
  boolean isAlive() {
    return thread.isAlive();
  }

  private void load() {
    try {
      try {
        drawAll();
      } catch (RuntimeException | OutOfMemoryError fault) {
        // Nobody sees this thread die; whoever waits for its batches must not wait for ever.
        queue.put(new Drawn(null, fault));
      }
    } catch (InterruptedException e) {
      // Closed before the end: nobody waits for more.
      Thread.currentThread().interrupt();
    }
  }

  private void drawAll() throws InterruptedException {
    for (int epoch = 0; epoch < config.epochs(); epoch++) {
      for (int left = set.size(); left > 0; left -= config.batch()) {
        queue.put(new Drawn(draw(Math.min(left, config.batch())), null));
      }
    }
  }

  private Batch draw(int size) {
    float[] samples = new float[Math.multiplyExact(size, length)];
    int[] labels = new int[size];
    double low = config.noise().low();
    double high = config.noise().high();
    for (int row = 0; row < size; row++) {
      TrainingSet.Example example = set.draw(sampling);
      labels[row] = example.label();
      for (int i = 0; i < length; i++) {
        samples[row * length + i] = (float) (example.scaled()[i] + noise.uniform(low, high));
      }
    }
    return new Batch(samples, labels);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
