package io.tsad.dashboard.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Probabilities as people read them. */
final class Percent {
  private static final int MOST_DIGITS = 4;

  private Percent() {}

  /** {@code 97 %}; with as many digits as it takes not to say 0 or 100 of what is neither. */
  static String of(double probability) {
    BigDecimal percent = new BigDecimal(probability).movePointRight(2);
    BigDecimal rounded = percent;
    for (int digits = 0; digits <= MOST_DIGITS; digits++) {
      rounded = percent.setScale(digits, RoundingMode.HALF_UP);
      if (rounded.signum() != 0 && rounded.compareTo(BigDecimal.valueOf(100)) != 0) {
        break;
      }
    }
    if (rounded.signum() == 0 || rounded.compareTo(BigDecimal.valueOf(100)) == 0) {
      rounded = percent.setScale(0, RoundingMode.HALF_UP);
    }
    return rounded.toPlainString() + " %";
  }
}
