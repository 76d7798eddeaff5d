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
import java.util.function.Consumer;

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

  /**
   * Scores all series of {@code cursor}.
   *
   * @param sink takes what becomes of each, in their order, on this thread
   * @throws OverloadedException if there is no room for the first, or for a long time
   * @throws TooManySeriesException if there are too many
   * @throws TsadException if the model or the history fails
   */
  public void score(SeriesCursor cursor, Order order, Consumer<Outcome> sink)
      throws OverloadedException, TooManySeriesException, TsadException, InterruptedException {
    Deque<CompletableFuture<Scored>> underWay = new ArrayDeque<>();
    int count = 0;
    while (true) {
      try {
        Series series = cursor.next();
        if (series == null) {
          break;
        }
        if (++count > mostSeries) {
          throw new TooManySeriesException(mostSeries);
        }
        Job job = new Job(order.model(), series, order.origin(), order.operator(), order.keep());
        underWay.add(scoring.submit(job, count == 1 ? Duration.ZERO : PATIENCE));
      } catch (InvalidSeriesException e) {
        underWay.add(CompletableFuture.failedFuture(e));
      }
      if (underWay.size() >= UNDER_WAY) {
        sink.accept(outcome(underWay.remove()));
      }
    }
    while (!underWay.isEmpty()) {
      sink.accept(outcome(underWay.remove()));
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
