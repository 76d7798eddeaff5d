package io.tsad.dashboard.curves;

import io.tsad.runtime.evaluation.ConfusionMatrix;
import io.tsad.runtime.evaluation.Estimate;
import io.tsad.runtime.evaluation.Evaluation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * What to expect of a model at a threshold, with 95 % bands: percentiles of stratified bootstrap
 * resamples of the validation series (Efron and Tibshirani, <em>An Introduction to the
 * Bootstrap</em>, 1993). They tell how far the figures depend on which series were validated on;
 * that later series are like those is assumed, not shown.
 *
 * @param precision share of true ones among the alarms, at the workload's base rate
 * @param falseAlarmsPerDay normal series called anomalies
 * @param alarmsPerDay those, and the anomalies found
 * @param accuracy share of right verdicts among the validation series, whatever the workload
 * @param balancedAccuracy the same if there were as many anomalies as normal series
 */
public record OperatingPoint(
    double threshold,
    ConfusionMatrix confusion,
    Estimate falsePositiveRate,
    Estimate recall,
    Estimate precision,
    Estimate falseAlarmsPerDay,
    Estimate alarmsPerDay,
    Estimate accuracy,
    Estimate balancedAccuracy) {
  private static final int RESAMPLES = 1_000;

  /** Of a threshold, as people write it. */
  private static final int DIGITS = 4;

  /** A resample: its two rates. */
  private record Rates(double falsePositive, double recall) {}

  /**
   * At {@code threshold}, 0 to 1, of as many series, and as large a share of anomalies, as usual.
   */
  public static OperatingPoint of(Evaluation evaluation, double threshold) {
    return at(threshold, ValidationScores.of(evaluation), Workload.USUAL);
  }

  /** At {@code threshold}, 0 to 1. */
  public static OperatingPoint at(double threshold, ValidationScores scores, Workload workload) {
    ConfusionMatrix confusion = scores.at(threshold);
    Rates[] resamples = new Rates[RESAMPLES];
    SplittableRandom random = new SplittableRandom(0); // the same bands whenever one looks
    for (int i = 0; i < RESAMPLES; i++) {
      resamples[i] =
          new Rates(
              draw(confusion.falsePositives(), scores.normals().length, random),
              draw(confusion.truePositives(), scores.anomalies().length, random));
    }
    Rates rates = new Rates(confusion.falsePositiveRate(), confusion.recall());
    double normals = workload.seriesPerDay() * (1 - workload.baseRate());
    double anomalies = workload.seriesPerDay() * workload.baseRate();
    ToDoubleFunction<Rates> falseAlarms = rate -> normals * rate.falsePositive;
    ToDoubleFunction<Rates> alarms =
        rate -> falseAlarms.applyAsDouble(rate) + anomalies * rate.recall;
    return new OperatingPoint(
        threshold,
        confusion,
        estimate(Rates::falsePositive, rates, resamples),
        estimate(Rates::recall, rates, resamples),
        estimate(
            rate -> {
              double all = alarms.applyAsDouble(rate);
              return all == 0 ? 0 : anomalies * rate.recall / all;
            },
            rates,
            resamples),
        estimate(falseAlarms, rates, resamples),
        estimate(alarms, rates, resamples),
        estimate(rate -> accuracy(rate, scores), rates, resamples),
        estimate(rate -> (rate.recall + 1 - rate.falsePositive) / 2, rates, resamples));
  }

  /**
   * The lowest threshold in sight of the validation series that keeps false alarms within a budget.
   *
   * @param falseAlarmsPerDay the budget, at least 0
   */
  public static double thresholdFor(
      double falseAlarmsPerDay, ValidationScores scores, Workload workload) {
    float[] normals = scores.normals();
    double expected = workload.seriesPerDay() * (1 - workload.baseRate());
    // A small part more, so that a budget that is just met is not missed by rounding.
    long allowed =
        expected == 0
            ? normals.length
            : (long) Math.floor(falseAlarmsPerDay * normals.length / expected + 1e-9);
    if (allowed >= normals.length) {
      return 0;
    }
    float tooMany = normals[normals.length - 1 - (int) allowed];
    // About half way to the next probability that was seen, or to 1.
    double next = 1;
    for (float seen : scores.descending()) {
      if (seen > tooMany) {
        next = seen;
      }
    }
    return tooMany >= 1 ? 1 : shortest(tooMany, next);
  }

  /**
   * The number about half way from {@code low} to {@code high} with the fewest digits, from 4 on.
   */
  private static double shortest(double low, double high) {
    BigDecimal middle = BigDecimal.valueOf((low + high) / 2);
    for (int digits = DIGITS; digits < middle.scale(); digits++) {
      double rounded = middle.setScale(digits, RoundingMode.HALF_UP).doubleValue();
      if (rounded > low && rounded <= high) {
        return rounded;
      }
    }
    return middle.doubleValue();
  }

  private static double accuracy(Rates rates, ValidationScores scores) {
    int anomalies = scores.anomalies().length;
    int normals = scores.normals().length;
    return (rates.recall * anomalies + (1 - rates.falsePositive) * normals) / (anomalies + normals);
  }

  private static double draw(int called, int of, SplittableRandom random) {
    int count = 0;
    for (int i = 0; i < of; i++) {
      count += random.nextInt(of) < called ? 1 : 0;
    }
    return of == 0 ? 0 : (double) count / of;
  }

  private static Estimate estimate(ToDoubleFunction<Rates> figure, Rates rates, Rates[] resamples) {
    double[] values = Arrays.stream(resamples).mapToDouble(figure).sorted().toArray();
    return new Estimate(
        figure.applyAsDouble(rates),
        values[(int) (0.025 * (RESAMPLES - 1))],
        values[(int) Math.ceil(0.975 * (RESAMPLES - 1))]);
  }
}
