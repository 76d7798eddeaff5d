package io.tsad.runtime.pipeline;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Runs sources through workers. Each worker reads and scores by itself, on one core: passes that
 * share a core's caches with nobody and wait for nobody are the fastest way to use all cores
 * (docs/benchmarks.md), and one worker's reading overlaps with another's inference.
 *
 * <p>At any time there are two chunks more than workers, so memory does not depend on how many
 * sources there are.
 */
public final class Pipeline {
  /**
   * Series a pass on the CPU; a GPU is busy with larger batches only. Measured: half as many lose 7
   * % and twice as many gain 4 %, but touch so much memory first that only tens of thousands of
   * series win that back.
   */
  public static final int CPU_BATCH = 64;

  private static final long WAIT_MILLIS = 50;

  /** How long work under way may take after the run was stopped. */
  private static final long GRACE_MILLIS = 2_000;

  private final Detector detector;
  private final int workers;
  private final int batch;
  private final boolean strict;

  /**
   * @param detector opened for one thread a pass
   * @param workers how many threads read and score, at least one
   * @param batch how many series a pass takes, at least one
   * @param strict whether a series unlike those in training is refused
   */
  public Pipeline(Detector detector, int workers, int batch, boolean strict) {
    this.detector = detector;
    this.workers = workers;
    this.batch = batch;
    this.strict = strict;
  }

  /**
   * Scores everything.
   *
   * @param stopped tells when to stop: no further source is opened, what is under way is finished
   *     and handed on, if that does not take long
   * @throws TsadException what the sink throws, or the detector for a reason that is not a series
   */
  public void run(Iterator<? extends Source> sources, Sink sink, BooleanSupplier stopped)
      throws TsadException, InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(workers, Pipeline::daemon);
    try {
      Deque<Chunk> underWay = new ArrayDeque<>();
      Shares shares = new Shares(sources, workers, batch);
      while (true) {
        while (underWay.size() < workers + 2 && shares.hasNext() && !stopped.getAsBoolean()) {
          Chunk chunk = new Chunk(shares.next(), detector, batch, strict);
          executor.execute(chunk);
          underWay.add(chunk);
        }
        if (underWay.isEmpty() || !handOn(underWay.remove(), sink, stopped)) {
          return;
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  /** Hands on what comes of {@code chunk}; false if it was given up. */
  private static boolean handOn(Chunk chunk, Sink sink, BooleanSupplier stopped)
      throws TsadException, InterruptedException {
    long grace = GRACE_MILLIS;
    while (grace > 0) {
      Chunk.Message message = chunk.poll(0);
      if (message == null) {
        sink.pause();
        message = chunk.poll(WAIT_MILLIS);
      }
      if (message instanceof Chunk.Ready ready) {
        for (Outcome outcome : ready.outcomes()) {
          sink.accept(outcome);
        }
      } else if (message instanceof Chunk.End end) {
        rethrow(end);
        return true;
      } else if (stopped.getAsBoolean()) {
        grace -= WAIT_MILLIS;
      }
    }
    return false;
  }

  private static void rethrow(Chunk.End end) throws TsadException {
    if (end.fault() instanceof TsadException fault) {
      throw fault;
    } else if (end.fault() instanceof RuntimeException fault) {
      throw fault;
    } else if (end.fault() instanceof Error fault) {
      throw fault;
    }
  }

  /** A read of standard input that never returns must not keep the process alive. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "tsad-worker");
    thread.setDaemon(true);
    return thread;
  }
}
