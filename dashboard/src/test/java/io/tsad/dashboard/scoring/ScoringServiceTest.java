package io.tsad.dashboard.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dashboard.TinyModel;
import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.history.Search;
import io.tsad.dashboard.history.SqliteHistory;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.models.ModelShelf;
import io.tsad.dashboard.store.Database;
import io.tsad.runtime.detect.Device;
import io.tsad.runtime.detect.Verdict;
import io.tsad.runtime.series.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringServiceTest {
  @TempDir private Path home;
  private ModelShelf shelf;
  private SqliteHistory history;
  private Thresholds thresholds;
  private ScoringService scoring;

  /** While it is closed, the one worker waits behind its pass. */
  private final CountDownLatch gate = new CountDownLatch(1);

  private int overloaded;

  @BeforeEach
  void start() throws Exception {
    TinyModel.write(home.resolve("models/tiny"), TinyModel.card(0.6));
    history = SqliteHistory.open(Database.open(home.resolve("data")));
    Path models = home.resolve("models");
    shelf =
        new ModelShelf(
            models, "", Device.CPU, new Serving(history, models, InstantSource.system()));
    shelf.fill();
    thresholds = new Thresholds(history, InstantSource.system());
    ScoringListener listener =
        new ScoringListener() {
          @Override
          public void scored(List<Scored> scored, Duration took) {
            try {
              gate.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }

          @Override
          public void overloaded() {
            overloaded++;
          }
        };
    scoring =
        new ScoringService(
            1,
            2,
            history,
            new KeptSeries(home.resolve("data/series")),
            thresholds,
            InstantSource.system(),
            listener);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    scoring.close();
    shelf.close();
    history.close();
  }

  @Test
  void beyondItsQueueNothingIsAcceptedAndAllThatWasAcceptedIsScoredOnClosing() throws Exception {
    List<CompletableFuture<Scored>> accepted = new ArrayList<>();
    accepted.add(scoring.submit(job(1, false), Duration.ZERO));
    while (history.search(Search.newest(1)).entries().isEmpty()) {
      Thread.sleep(5); // until the worker has noted it, and waits
    }
    accepted.add(scoring.submit(job(1, false), Duration.ZERO));
    accepted.add(scoring.submit(job(-1, false), Duration.ZERO));
    assertThrows(OverloadedException.class, () -> scoring.submit(job(1, false), Duration.ZERO));
    assertEquals(1, overloaded);
    gate.countDown();
    scoring.close();
    assertThrows(OverloadedException.class, () -> scoring.submit(job(1, false), Duration.ZERO));
    List<Verdict> verdicts = new ArrayList<>();
    for (CompletableFuture<Scored> one : accepted) {
      verdicts.add(one.get().entry().scored().verdict());
    }
    assertEquals(List.of(Verdict.ANOMALY, Verdict.ANOMALY, Verdict.NORMAL), verdicts);
    assertEquals(3, history.search(Search.newest(10)).entries().size());
  }

  @Test
  void aThresholdThatWasMovedHoldsForVerdictsAfterItAndIsNoted() throws Exception {
    gate.countDown();
    assertEquals(Verdict.ANOMALY, score(1).scored().verdict());
    thresholds.change(model(), 0.9, "ole");
    Entry after = score(1);
    assertEquals(Verdict.NORMAL, after.scored().verdict());
    assertEquals(0.9, after.scored().threshold());
    assertEquals(0.6, history.thresholdOf(model().version()).orElseThrow().previous());
    assertEquals(0.9, new Thresholds(history, InstantSource.system()).of(model()));
  }

  @Test
  void aSeriesIsKeptOnceHoweverOftenItIsScored() throws Exception {
    gate.countDown();
    String first = scoring.submit(job(1, true), Duration.ZERO).get().entry().scored().kept();
    String second = scoring.submit(job(1, true), Duration.ZERO).get().entry().scored().kept();
    assertEquals(first, second);
    double[] kept =
        new KeptSeries(home.resolve("data/series")).find(String.valueOf(first)).orElseThrow();
    assertEquals(1, kept[0]);
    assertTrue(new KeptSeries(home).find("../../etc/passwd").isEmpty());
  }

  private Entry score(double value) throws Exception {
    return scoring.submit(job(value, false), Duration.ZERO).get().entry();
  }

  private Job job(double value, boolean keep) {
    double[] values = new double[TinyModel.SAMPLES];
    Arrays.fill(values, value);
    return new Job(model(), new Series("a", values), Origin.API, null, keep);
  }

  private Model model() {
    return shelf.shelf().active().orElseThrow();
  }
}
