package io.tsad.dataset.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.Anomaly;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnomalyKindTest {
  private static final int LENGTH = 3653;

  @ParameterizedTest
  @EnumSource
  void outsideItsIntervalTheSeriesIsUntouchedAndInsideItIsNot(AnomalyKind kind) {
    double[] before = normal().sum();
    Components series = normal();
    Anomaly anomaly = kind.inject(series, new Span(1000, 1800), 2, draws(1));
    double[] after = series.sum();
    int changed = 0;
    for (int t = 0; t < LENGTH; t++) {
      if (t < anomaly.start() || t >= anomaly.end()) {
        assertEquals(before[t], after[t]);
      } else if (before[t] != after[t]) {
        changed++;
      }
    }
    assertTrue(changed > 0);
  }

  @ParameterizedTest
  @EnumSource
  void theMoreSevereItIsTheFurtherTheSeriesIsFromNormal(AnomalyKind kind) {
    double last = 0;
    for (double severity : List.of(0.2, 1.0, 3.0)) {
      double[] before = normal().sum();
      Components series = normal();
      kind.inject(series, new Span(1000, 1800), severity, draws(1));
      double distance = 0;
      for (int t = 0; t < LENGTH; t++) {
        distance += Math.abs(series.valueAt(t) - before[t]);
      }
      assertTrue(distance > last, severity + ": " + distance);
      last = distance;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theShortestSeriesHasRoomForIt(AnomalyKind kind) {
    for (Profile profile : Profile.values()) {
      for (int i = 0; i < 200; i++) {
        GeneratedSeries series = profile.series(GeneratorConfig.SHORTEST, kind, draws(i));
        Anomaly anomaly = series.anomaly();
        assertTrue(anomaly != null && anomaly.start() >= 1, kind.label());
        assertTrue(anomaly.start() < anomaly.end() && anomaly.end() <= GeneratorConfig.SHORTEST);
        for (double value : series.values()) {
          assertTrue(Double.isFinite(value));
        }
      }
    }
  }

  private static Components normal() {
    return Processes.plain(LENGTH, draws(0));
  }

  private static Draws draws(int index) {
    return Draws.of(0, Split.TRAIN, index);
  }
}
