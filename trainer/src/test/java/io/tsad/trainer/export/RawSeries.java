package io.tsad.trainer.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Series of every kind that scaling might get wrong, by what they are. */
final class RawSeries {
  private RawSeries() {}

  static Map<String, double[]> ofLength(int length) {
    Random random = new Random(7);
    Map<String, double[]> series = new LinkedHashMap<>();
    series.put("ordinary", fill(length, t -> Math.sin(t / 5.0) + 0.3 * random.nextGaussian()));
    series.put("shifted", fill(length, t -> random.nextGaussian() + (t > length / 2 ? 8 : 0)));
    series.put("constant", fill(length, t -> 3.25));
    series.put("constant zero", fill(length, t -> 0));
    series.put("constant huge", fill(length, t -> -1e300));
    series.put("two values", fill(length, t -> t == 3 ? 1 : 0));
    series.put("tiny", fill(length, t -> 1e-12 * random.nextGaussian()));
    series.put("subnormal", fill(length, t -> Double.MIN_VALUE * random.nextInt(1000)));
    series.put("huge", fill(length, t -> 1e300 * (2 * random.nextDouble() - 1)));
    series.put("offset", fill(length, t -> 1e9 + random.nextGaussian()));
    series.put("offset by much", fill(length, t -> 1e15 + random.nextInt(3)));
    series.put("negative", fill(length, t -> -5 - random.nextDouble()));
    series.put("integers", fill(length, t -> random.nextInt(256)));
    series.put("rising", fill(length, t -> t));
    return series;
  }

  private static double[] fill(int length, IntToDoubleFunction value) {
    return IntStream.range(0, length).mapToDouble(value).toArray();
  }
}
