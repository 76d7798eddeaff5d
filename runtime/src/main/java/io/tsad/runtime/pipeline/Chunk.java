package io.tsad.runtime.pipeline;

import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Detector;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A few sources on their way through one worker: reads their series, scores them in batches, and
 * hands on the outcomes in order. A worker that is far ahead of the consumer waits.
 */
final class Chunk implements Runnable {
  /**
   * A batch ends once it holds this many samples (8 MiB), however few series they are, unless it
   * was asked for more of the model's length.
   */
  private static final int BATCH_SAMPLES = 1 << 20;

  /** At most a batch each. */
  private static final int WAITING_MESSAGES = 16;

  /** What a worker hands on. */
  sealed interface Message {}

  record Ready(List<Outcome> outcomes) implements Message {}

  /**
   * The last message.
   *
   * @param fault what ended the chunk before its time, or null
   */
  record End(@Nullable Throwable fault) implements Message {}

  private final List<Source> sources;
  private final Detector detector;
  private final int batch;
  private final long batchSamples;
  private final boolean strict;
  private final BlockingQueue<Message> messages = new ArrayBlockingQueue<>(WAITING_MESSAGES);

  /** Read, and not yet handed on: series to score among faults, in order. */
  private final List<Object> read = new ArrayList<>();

  private int series;
  private long samples;

  Chunk(List<Source> sources, Detector detector, int batch, boolean strict) {
    this.sources = sources;
    this.detector = detector;
    this.batch = batch;
    this.batchSamples =
        batch <= Pipeline.CPU_BATCH
            ? BATCH_SAMPLES
            : Math.max(BATCH_SAMPLES, (long) batch * detector.samples());
    this.strict = strict;
  }

  /** The next message, or null if there is none for {@code millis}. */
  @Nullable Message poll(long millis) throws InterruptedException {
    return messages.poll(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() {
    try {
      messages.put(new End(score()));
    } catch (InterruptedException e) {
      // Nobody waits for the rest.
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Throwable score() throws InterruptedException {
    try {
      for (Source source : sources) {
        if (source.mayWait()) {
          flush();
        }
        try (SeriesCursor cursor = source.open()) {
          while (read(cursor)) {
            if (series == batch || samples >= batchSamples) {
              flush();
            }
          }
        }
      }
      flush();
      return null;
    } catch (TsadException | RuntimeException | Error e) {
      return e;
    }
  }

  private boolean read(SeriesCursor cursor) {
    try {
      Series next = cursor.next();
      if (next == null) {
        return false;
      }
      detector.checkLength(next);
      if (strict) {
        detector.checkLikeTraining(next);
      }
      read.add(next);
      series++;
      samples += next.values().length;
    } catch (InvalidSeriesException e) {
      read.add(new Outcome.Refused(e));
      series++;
    }
    return true;
  }

  private void flush() throws TsadException, InterruptedException {
    List<Series> good = new ArrayList<>(series);
    for (Object one : read) {
      if (one instanceof Series scorable) {
        good.add(scorable);
      }
    }
    Iterator<Detection> detections = detector.detectChecked(good).iterator();
    List<Outcome> outcomes = new ArrayList<>(series);
    for (Object one : read) {
      outcomes.add(
          one instanceof Series scored
              ? new Outcome.Scored(scored.name(), detections.next())
              : (Outcome.Refused) one);
    }
    if (!outcomes.isEmpty()) {
      messages.put(new Ready(outcomes));
    }
    read.clear();
    series = 0;
    samples = 0;
  }
}
