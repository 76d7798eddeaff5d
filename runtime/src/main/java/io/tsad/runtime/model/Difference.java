package io.tsad.runtime.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Says how far a measure of one series is from those of the training series. */
final class Difference {
  private static final int DIGITS = 3;

  /** Those a double has at most. */
  private static final int ALL_DIGITS = 17;

  private Difference() {}

  /** With as many digits as it takes to see the difference, three at least. */
  static String inWords(String measure, double value, Quantiles training) {
    double limit = value < training.p0() ? training.p0() : training.p100();
    int digits = DIGITS;
    while (digits < ALL_DIGITS && number(value, digits).equals(number(limit, digits))) {
      digits++;
    }
    String lowest = number(training.p0(), digits);
    String highest = number(training.p100(), digits);
    return "%s %s, in training %s"
        .formatted(
            measure,
            number(value, digits),
            lowest.equals(highest) ? "always " + lowest : lowest + " to " + highest);
  }

  private static String number(double value, int digits) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    String plain =
        new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    return plain;
  }
}
