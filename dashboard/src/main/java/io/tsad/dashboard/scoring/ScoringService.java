package io.tsad.dashboard.scoring;

import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.models.Model;
import io.tsad.runtime.series.InvalidSeriesException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Scores jobs on a few threads, each pass on one core and of all that waits, up to {@value #BATCH}
 * series. What is accepted is scored, also when it is closed; what would wait too long is not
 * accepted.
 */
public final class ScoringService implements AutoCloseable {
  /** Measured: more fill the caches of a core, fewer read the weights too often. */
  public static final int BATCH = 32;

  /** Bounds what accepted series hold of the heap: 256 MiB. */
  private static final int WAITING_SAMPLES = 1 << 25;

  private static final long WAIT_MILLIS = 100;

  private final BlockingQueue<WaitingJob> queue;
  private final Semaphore room = new Semaphore(WAITING_SAMPLES, true);
  private final BatchScorer scorer;
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean closing;

  /**
   * Starts the threads.
   *
   * @param threads passes at a time
   * @param queue the most jobs that wait
   */
  public ScoringService(
      int threads,
      int queue,
      History history,
      KeptSeries kept,
      Thresholds thresholds,
      InstantSource clock,
      ScoringListener listener) {
    this.queue = new ArrayBlockingQueue<>(queue);
    this.scorer = new BatchScorer(history, kept, thresholds, clock, listener);
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(this::work, "scoring-" + i);
      worker.start();
      workers.add(worker);
    }
  }

  /**
   * Accepts a job.
   *
   * @param patience how long to wait for room
   * @return completed when the verdict is in the history; exceptionally with a {@link
   *     io.tsad.runtime.TsadException} if the model or the history fails
   * @throws InvalidSeriesException if the model does not take the series
   * @throws OverloadedException if there is no room
   */
  public CompletableFuture<Scored> submit(Job job, Duration patience)
      throws InvalidSeriesException, OverloadedException, InterruptedException {
    Model.Lease lease =
        job.model()
            .lease()
            .orElseThrow(() -> new OverloadedException("The model was just replaced"));
    WaitingJob waiting = new WaitingJob(job, lease);
    boolean accepted = false;
    try {
      lease.detector().check(job.series());
      accepted = !closing && enqueue(waiting, patience.toMillis());
    } finally {
      if (!accepted) {
        lease.close();
      }
    }
    if (!accepted) {
      scorer.listener().overloaded();
      throw new OverloadedException("Too many series wait already");
    }
    return waiting.result();
  }

  private boolean enqueue(WaitingJob waiting, long millis) throws InterruptedException {
    if (!room.tryAcquire(waiting.samples(), millis, TimeUnit.MILLISECONDS)) {
      return false;
    }
    boolean queued = false;
    try {
      queued = queue.offer(waiting, millis, TimeUnit.MILLISECONDS);
    } finally {
      if (!queued) {
        room.release(waiting.samples());
      }
    }
    return queued;
  }

  /** How many jobs wait. */
  public int waiting() {
    return queue.size();
  }

  private void work() {
    List<WaitingJob> batch = new ArrayList<>(BATCH);
    while (take(batch)) {
      Map<Model, List<WaitingJob>> byModel = new LinkedHashMap<>();
      for (WaitingJob waiting : batch) {
        byModel.computeIfAbsent(waiting.job().model(), model -> new ArrayList<>()).add(waiting);
      }
      byModel.values().forEach(scorer::score);
      for (WaitingJob waiting : batch) {
        waiting.lease().close();
        room.release(waiting.samples());
      }
      batch.clear();
    }
  }

  /** Takes what waits; false if nothing does and nothing will. */
  private boolean take(List<WaitingJob> batch) {
    while (true) {
      try {
        // Asked before looking: what was accepted until then is found.
        boolean last = closing;
        WaitingJob first = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          return true;
        }
        if (last) {
          return false;
        }
      } catch (InterruptedException e) {
        closing = true;
      }
    }
  }

  /** Scores what was accepted, and ends; an interrupted thread does not wait for that. */
  @Override
  public void close() {
    closing = true;
    try {
      for (Thread worker : workers) {
        worker.join();
      }
      work(); // what was accepted while they ended
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
