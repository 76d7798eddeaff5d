package io.tsad.dashboard.intake;

import io.tsad.dashboard.scoring.Job;
import io.tsad.dashboard.scoring.OverloadedException;
import io.tsad.dashboard.scoring.Scored;
import io.tsad.dashboard.scoring.ScoringService;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.series.InvalidSeriesException;
import io.tsad.runtime.series.Series;
import io.tsad.runtime.series.SeriesCursor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Reads the series of a request while those before are scored.
 *
 * @param mostSeries the most series of one request
 */
public record Intake(ScoringService scoring, int mostSeries) {
  /** As many as one pass takes: a request with many series keeps a worker busy, not more. */
  private static final int UNDER_WAY = 32;

  /** A request that was begun waits for room; a new one is turned away at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Takes what becomes of a series. */
  public interface Sink {
    void accept(Outcome outcome) throws TsadException;
  }

  /**
   * Scores all series of {@code cursor}.
   *
   * @param sink takes what becomes of each, in their order, on this thread
   * @throws OverloadedException if there is no room for the first, or for a long time
   * @throws TooManySeriesException if there are too many
   * @throws TsadException if the model or the history fails
   */
  public void score(SeriesCursor cursor, Order order, Sink sink)
      throws OverloadedException, TooManySeriesException, TsadException, InterruptedException {
    Deque<CompletableFuture<Scored>> underWay = new ArrayDeque<>();
    for (int count = 0; ; count++) {
      CompletableFuture<Scored> next;
      try {
        Series series = cursor.next();
        if (series == null) {
          break;
        }
        refuseMoreThanAllowed(count + 1);
        Job job = new Job(order.model(), series, order.origin(), order.operator(), order.keep());
        next = scoring.submit(job, count == 0 ? Duration.ZERO : PATIENCE);
      } catch (InvalidSeriesException e) {
        refuseMoreThanAllowed(count + 1);
        next = CompletableFuture.failedFuture(e);
      }
      underWay.add(next);
      if (underWay.size() >= UNDER_WAY) {
        sink.accept(outcome(underWay.remove()));
      }
    }
    while (!underWay.isEmpty()) {
      sink.accept(outcome(underWay.remove()));
    }
  }

  /** Refuses a request of {@code series}, where that is known before they are read. */
  public void refuseMoreThanAllowed(int series) throws TooManySeriesException {
    if (series > mostSeries) {
      throw new TooManySeriesException(mostSeries);
    }
  }

  private static Outcome outcome(CompletableFuture<Scored> future)
      throws TsadException, InterruptedException {
    try {
      return new Outcome.Scored(future.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvalidSeriesException refused) {
        return new Outcome.Refused(refused);
      } else if (e.getCause() instanceof TsadException fault) {
        throw fault;
      }
      throw new IllegalStateException("Scoring failed", e.getCause());
    }
  }
}
