package io.tsad.runtime.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.tsad.testing.Evaluations;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapIntervalsTest {
  private static BootstrapIntervals intervals(List<Scored> scored, int resamples, long seed) {
    return BootstrapIntervals.of(RankedScores.of(scored, 0), 0.75, resamples, seed);
  }

  @Test
  void theSameSeedGivesTheSameIntervalsAndAnotherDoesNot() {
    List<Scored> scored = Evaluations.withTies();
    assertEquals(intervals(scored, 200, 1), intervals(scored, 200, 1));
    assertNotEquals(intervals(scored, 200, 1).auc(), intervals(scored, 200, 2).auc());
  }

  /**
   * The areas with NumPy's generator and scikit-learn 1.2.1 on the same twelve series, 20,000
   * resamples; the accuracies from the binomial distributions of the two classes' right verdicts:
   *
   * <pre>
   * r = np.random.default_rng(0); P, N = np.where(y == 1)[0], np.where(y == 0)[0]
   * i = np.r_[r.choice(P, 5), r.choice(N, 7)]  # for each; np.percentile(values, [2.5, 97.5])
   * </pre>
   */
  @Test
  void theIntervalsAreThoseOfAnIndependentBootstrap() {
    BootstrapIntervals intervals = intervals(Evaluations.withTies(), 20_000, 3);
    assertNear(new Interval(0.4167, 0.9167), intervals.accuracy());
    assertNear(new Interval(0.3857, 0.9000), intervals.balancedAccuracy());
    assertNear(new Interval(0.3714, 0.9571), intervals.auc());
    assertNear(new Interval(0.3967, 0.9250), intervals.averagePrecision());
  }

  private static void assertNear(Interval expected, Interval actual) {
    assertEquals(expected.low(), actual.low(), 0.02);
    assertEquals(expected.high(), actual.high(), 0.02);
  }

  @Test
  void aPerfectClassifierHasIntervalsOfNoWidth() {
    List<Scored> scored = Evaluations.of(new float[] {0.9f, 0.8f}, new float[] {0.1f, 0.2f, 0.3f});
    BootstrapIntervals intervals = intervals(scored, 100, 0);
    Interval one = new Interval(1, 1);
    assertEquals(
        List.of(one, one, one, one),
        List.of(
            intervals.accuracy(),
            intervals.balancedAccuracy(),
            intervals.auc(),
            intervals.averagePrecision()));
  }

  @Test
  void aSingleAnomalyIsInEveryResample() {
    float[] normal = new float[99];
    Interval auc = intervals(Evaluations.of(new float[] {0.9f}, normal), 100, 0).auc();
    assertEquals(new Interval(1, 1), auc);
  }

  /** {@code np.percentile(np.arange(10.) ** 2, [2.5, 97.5])}. */
  @Test
  void percentilesAreThoseOfNumPy() {
    double[] squares = IntStream.range(0, 10).mapToDouble(i -> (9.0 - i) * (9.0 - i)).toArray();
    Interval interval = Interval.ofPercentiles(squares);
    assertEquals(0.225, interval.low(), 1e-12);
    assertEquals(77.175, interval.high(), 1e-12);
  }
}
