package io.tsad.dashboard.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.dashboard.history.ScoredSeries.Origin;
import io.tsad.dashboard.store.Database;
import io.tsad.runtime.detect.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private final Instant now = Instant.now();

  @TempDir private Path home;
  private SqliteHistory history;
  private KeptSeries kept;

  @BeforeEach
  void open() throws Exception {
    history = SqliteHistory.open(Database.open(home));
    kept = new KeptSeries(home.resolve("series"));
  }

  @AfterEach
  void close() {
    history.close();
  }

  private Entry add(double value, int daysAgo) throws Exception {
    ScoredSeries scored =
        new ScoredSeries(
            now.minus(Duration.ofDays(daysAgo)),
            Origin.PAGE,
            null,
            "series",
            1,
            kept.keep(new double[] {value}),
            Verdict.ANOMALY,
            0.9f,
            0.5,
            "model",
            "0123456789ab",
            Set.of());
    return history.record(List.of(scored)).get(0);
  }

  private void sweep(int days, long bytes) throws Exception {
    new Retention(history, kept, () -> now, days, bytes).sweep();
  }

  private List<Long> ids() throws Exception {
    return history.search(Search.newest(100)).entries().stream().map(Entry::id).toList();
  }

  private long files() throws Exception {
    try (var all = Files.walk(home.resolve("series"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private void age(String key) throws Exception {
    Files.setLastModifiedTime(
        kept.file(key).orElseThrow(), FileTime.from(now.minus(Duration.ofDays(1))));
  }

  @Test
  void withoutLimitsAllIsKept() throws Exception {
    add(1, 9999);
    sweep(0, 0);
    assertEquals(List.of(1L), ids());
    assertEquals(1, files());
  }

  @Test
  void oldVerdictsGoWithTheirSeriesAndMarkedOnesStay() throws Exception {
    Entry old = add(1, 31);
    Entry marked = add(2, 31);
    Entry young = add(3, 29);
    history.record(new Mark(marked.id(), now, null, Judgement.WRONG));
    age(String.valueOf(old.scored().kept()));
    sweep(30, 0);
    assertEquals(List.of(young.id(), marked.id()), ids());
    assertEquals(2, files());
  }

  @Test
  void ofTooManySeriesTheOldestGoFirstAndTheMarkedLast() throws Exception {
    Entry marked = add(1, 3);
    Entry old = add(2, 2);
    Entry young = add(3, 1);
    history.record(new Mark(marked.id(), now, null, Judgement.RIGHT));
    long one = Files.size(kept.file(young.scored().kept()).orElseThrow());
    sweep(0, 2 * one);
    assertEquals(null, history.find(old.id()).orElseThrow().scored().kept());
    assertEquals(2, files());
    sweep(0, one);
    assertEquals(null, history.find(young.id()).orElseThrow().scored().kept());
    assertEquals(marked.scored().kept(), history.find(marked.id()).orElseThrow().scored().kept());
    assertEquals(3, ids().size(), "the verdicts stay");
  }

  @Test
  void aSeriesWhoseVerdictNeverCameGoesAfterAWhile() throws Exception {
    String key = kept.keep(new double[] {1, 2, 3});
    sweep(0, 0);
    assertEquals(1, files(), "it may be under way");
    age(key);
    Files.createFile(home.resolve("series/.x.partial"));
    Files.setLastModifiedTime(
        home.resolve("series/.x.partial"), FileTime.from(now.minus(Duration.ofDays(1))));
    sweep(0, 0);
    assertEquals(0, files());
  }
}
