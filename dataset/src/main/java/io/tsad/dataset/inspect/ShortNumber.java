package io.tsad.dataset.inspect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for a column: four digits are enough to see what a series looks like. */
final class ShortNumber {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private ShortNumber() {}

  /** Such as {@code 0.01234}, {@code -3.05}, {@code 1.5e+9}; at most ten characters. */
  static String of(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < 1e-3 || size >= 1e6) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    BigDecimal rounded =
        size >= 1e4 ? new BigDecimal(Math.rint(value)) : new BigDecimal(value).round(FOUR_DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A count, such as {@code 6,163}. */
  static String of(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A share of one, such as {@code 9.7 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
