package io.tsad.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.runtime.model.GoldenSeries;
import io.tsad.runtime.series.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenTest {
  @Test
  void theSurestOfBothClassesAndTheLeastSureAreChosen() {
    List<GoldenSeries> golden =
        choose(0.5, 3, 0.9f, 0.1f, 0.55f, 0.2f, 0.8f, 0.4f, 0.99f, 0.01f, 0.7f);
    assertEquals(
        List.of("7", "1", "6", "0", "2", "5"), golden.stream().map(GoldenSeries::name).toList());
    assertEquals(List.of(0.01f, 0.99f), golden.get(0).probabilities());
  }

  @Test
  void aSeriesIsTakenOnce() {
    assertEquals(3, choose(0.5, 3, 0.9f, 0.1f, 0.5f).size());
  }

  @Test
  void samplesTheModelDoesNotSeeAreLeftOut() {
    assertArrayEquals(new double[] {0, 1}, choose(0.5, 2, 0.9f, 0.1f).get(0).values());
    assertArrayEquals(new double[] {0, 1, 2}, choose(0.5, 5, 0.9f, 0.1f).get(0).values());
  }

  private static List<GoldenSeries> choose(double threshold, int samples, float... positives) {
    List<Series> series = new ArrayList<>();
    List<List<Float>> probabilities = new ArrayList<>();
    for (float positive : positives) {
      series.add(new Series(String.valueOf(series.size()), new double[] {0, 1, 2}));
      probabilities.add(List.of(positive, 1 - positive));
    }
    return Golden.choose(series, probabilities, 0, threshold, samples);
  }
}
