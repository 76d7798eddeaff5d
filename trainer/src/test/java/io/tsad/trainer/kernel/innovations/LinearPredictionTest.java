package io.tsad.trainer.kernel.innovations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearPredictionTest {
  private static final int ORDER = LinearPrediction.ORDER;

  @Test
  void cyclesOfAnyPeriodArePredicted() {
    double[] cycles =
        IntStream.range(0, 1200)
            .mapToDouble(t -> 4000 * Math.sin(t / 5.3) + 3000 * Math.sin(t / 61.7 + 1))
            .toArray();
    for (double[] errors : LinearPrediction.errors(cycles)) {
      assertEquals(1200 - ORDER, errors.length);
      double largest = Arrays.stream(errors).map(Math::abs).max().orElseThrow();
      assertTrue(largest < 20, "largest error: " + largest);
    }
  }

  @Test
  void ofAProcessThatFollowsFromItsPastTheNewPartIsLeft() {
    Random random = new Random(1);
    double[] fresh = random.doubles(5000, -1000, 1000).toArray();
    double[] process = fresh.clone();
    for (int t = 2; t < process.length; t++) {
      process[t] += 1.6 * process[t - 1] - 0.8 * process[t - 2];
    }
    double[] errors = LinearPrediction.errors(process)[0];
    double difference = 0;
    for (int t = 0; t < errors.length; t++) {
      difference += Math.pow(errors[t] - fresh[t + ORDER], 2) / errors.length;
    }
    double share = Math.sqrt(difference) / (1000 / Math.sqrt(3));
    assertTrue(share < 0.12, "wrong by " + share + " of its deviation");
  }

  @Test
  void aSeriesReadBackwardsHasTheSameErrorsTheOtherWayRound() {
    double[] series = new Random(2).doubles(400, -5000, 5000).map(Math::rint).toArray();
    double[] backwards = IntStream.range(0, 400).mapToDouble(t -> series[399 - t]).toArray();
    double[][] errors = LinearPrediction.errors(series);
    double[][] other = LinearPrediction.errors(backwards);
    int last = errors[0].length - 1;
    for (int t = 0; t <= last; t++) {
      assertEquals(errors[0][t], other[1][last - t], 1e-6);
      assertEquals(errors[1][t], other[0][last - t], 1e-6);
    }
  }

  @Test
  void noOtherWeightsLeaveLess() {
    Random random = new Random(3);
    double[] series = random.doubles(300, -3000, 3000).map(Math::rint).toArray();
    double least = squares(LinearPrediction.errors(series));
    for (int lag = 1; lag <= ORDER; lag += 7) {
      for (double change : new double[] {-0.01, 0.01}) {
        double[][] changed = LinearPrediction.errors(series);
        for (int t = 0; t < changed[0].length; t++) {
          changed[0][t] += change * series[t + ORDER - lag];
          changed[1][t] += change * series[t + lag];
        }
        assertTrue(squares(changed) > least, "lag " + lag);
      }
    }
  }

  private static double squares(double[][] errors) {
    return Arrays.stream(errors).flatMapToDouble(Arrays::stream).map(e -> e * e).sum();
  }
}
