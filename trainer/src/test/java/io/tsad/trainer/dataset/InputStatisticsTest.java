package io.tsad.trainer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tsad.runtime.model.LengthRule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputStatisticsTest {
  @Test
  void quantilesAreNumPys() {
    // numpy.quantile([9, 1, 4, 16], [0, .01, .05, .25, .5, .75, .95, .99, 1])
    Quantiles q = Quantiles.of(new double[] {9, 1, 4, 16});
    assertEquals(1, q.p0());
    assertEquals(1.09, q.p1(), 1e-12);
    assertEquals(1.45, q.p5(), 1e-12);
    assertEquals(3.25, q.p25(), 1e-12);
    assertEquals(6.5, q.p50(), 1e-12);
    assertEquals(10.75, q.p75(), 1e-12);
    assertEquals(14.95, q.p95(), 1e-12);
    assertEquals(15.79, q.p99(), 1e-12);
    assertEquals(16, q.p100());
  }

  @Test
  void quantilesOfHugeValuesStayFinite() {
    assertEquals(0, Quantiles.of(new double[] {-1e308, 1e308}).p50());
  }

  @Test
  void quantilesOfEqualValuesAreThatValue() {
    double[] values = new double[31];
    Arrays.fill(values, 0.1);
    assertEquals(0.1, Quantiles.of(values).p99());
  }

  @Test
  void theConstantShareCountsStepsThatChangeNothing() {
    assertEquals(0.5, SeriesStatistics.of(new double[] {1, 1, 2, 2, 3}).constantShare());
    assertEquals(1, SeriesStatistics.of(new double[] {5, 5, 5}).constantShare());
    assertEquals(1, SeriesStatistics.of(new double[] {5}).constantShare());
    assertEquals(0, SeriesStatistics.of(new double[] {5}).range());
  }

  @Test
  void whatIsCutOffCountsForTheLengthOnly() {
    SeriesStatistics statistics = SeriesStatistics.of(new double[] {1, 3, 2, 99}, 3);
    assertEquals(4, statistics.length());
    assertEquals(3, statistics.maximum());
    assertEquals(2, statistics.range());
  }

  @Test
  void onlyTheTrainingSeriesAreDescribed() {
    Dataset dataset =
        new Dataset(
            List.of("anomaly", "normal"),
            0,
            new LengthRule(2, false),
            List.of(
                new LabelledSeries("train/anomaly/1.npy", new double[] {0, 1, 50}, 0),
                new LabelledSeries("train/normal/1.npy", new double[] {2, 5}, 1)),
            List.of(new LabelledSeries("val/normal/1.npy", new double[] {900, 901}, 1)));
    InputStatistics statistics = InputStatistics.of(dataset);
    assertEquals(2.5, statistics.length().p50());
    assertEquals(5, statistics.maximum().p100());
    assertEquals(1, statistics.range().p0());
    assertEquals(statistics.length().toMap(), statistics.toMap().get("length"));
  }
}
