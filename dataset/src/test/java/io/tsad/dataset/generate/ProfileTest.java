package io.tsad.dataset.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tsad.dataset.folder.Anomaly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {
  @ParameterizedTest
  @EnumSource
  void rangesSpreadOverOrdersOfMagnitude(Profile profile) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int i = 0; i < 200; i++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : profile.series(500, null, Draws.of(0, Split.TRAIN, i)).values()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      smallest = Math.min(smallest, high - low);
      largest = Math.max(largest, high - low);
    }
    assertTrue(largest / smallest > 1e4, smallest + " to " + largest);
  }

  @ParameterizedTest
  @EnumSource
  void aNormalSeriesHasAnEmptyMask(Profile profile) {
    GeneratedSeries series = profile.series(100, null, Draws.of(0, Split.TRAIN, 0));
    assertArrayEquals(new boolean[100], series.mask());
  }

  @Test
  void spikesOfTheVariedProfileAreThreeDeviationsHigh() {
    GeneratedSeries series =
        Profile.VARIED.series(1000, AnomalyKind.SPIKES, Draws.of(0, Split.TRAIN, 0));
    Anomaly anomaly = series.anomaly();
    assertTrue(anomaly != null);
    assertEquals(3, anomaly.severity());
  }
}
