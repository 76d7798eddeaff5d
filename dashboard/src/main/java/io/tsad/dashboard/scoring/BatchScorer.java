package io.tsad.dashboard.scoring;

import io.tsad.dashboard.history.Entry;
import io.tsad.dashboard.history.History;
import io.tsad.dashboard.history.KeptSeries;
import io.tsad.dashboard.history.ScoredSeries;
import io.tsad.dashboard.models.Model;
import io.tsad.dashboard.store.StoreException;
import io.tsad.runtime.TsadException;
import io.tsad.runtime.detect.Detection;
import io.tsad.runtime.detect.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Scores jobs of one model in one pass, notes the verdicts, and only then completes the jobs. */
record BatchScorer(
    History history,
    KeptSeries kept,
    Thresholds thresholds,
    InstantSource clock,
    ScoringListener listener) {
  void score(List<WaitingJob> batch) {
    List<Detection> detections;
    Instant start = clock.instant();
    try {
      detections =
          batch
              .get(0)
              .lease()
              .detector()
              .detectChecked(batch.stream().map(waiting -> waiting.job().series()).toList());
    } catch (TsadException | RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.get(0).result().completeExceptionally(e);
      } else {
        // One series' fault is no other's.
        batch.forEach(waiting -> score(List.of(waiting)));
      }
      return;
    }
    try {
      List<Scored> scored = note(batch, detections);
      listener.scored(scored, Duration.between(start, clock.instant()));
      for (int i = 0; i < scored.size(); i++) {
        batch.get(i).result().complete(scored.get(i));
      }
    } catch (StoreException | RuntimeException | Error e) {
      batch.forEach(waiting -> waiting.result().completeExceptionally(e));
    }
  }

  private List<Scored> note(List<WaitingJob> batch, List<Detection> detections)
      throws StoreException {
    Model model = batch.get(0).job().model();
    double threshold = thresholds.of(model);
    Instant now = Instant.ofEpochMilli(clock.millis());
    List<ScoredSeries> series = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      series.add(scored(batch.get(i).job(), detections.get(i), threshold, now));
    }
    List<Entry> entries = history.record(series);
    List<Scored> scored = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      scored.add(new Scored(entries.get(i), detections.get(i), batch.get(i).job().series()));
    }
    return scored;
  }

  private ScoredSeries scored(Job job, Detection detection, double threshold, Instant now)
      throws StoreException {
    return new ScoredSeries(
        now,
        job.origin(),
        job.operator(),
        job.series().name(),
        job.series().values().length,
        job.keep() ? kept.keep(job.series().values()) : null,
        detection.probability() >= threshold ? Verdict.ANOMALY : Verdict.NORMAL,
        detection.probability(),
        threshold,
        job.model().name(),
        job.model().version(),
        detection.flags());
  }
}
