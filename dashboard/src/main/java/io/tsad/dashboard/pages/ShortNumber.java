package io.tsad.dashboard.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers of any size with few digits; templates know it as {@code brief}. */
public final class ShortNumber {
  private static final int DIGITS = 5;

  /** What a few hundred series can tell. The script of the page rounds alike. */
  private static final int DIGITS_OF_ESTIMATE = 3;

  /** Of a threshold, at least. */
  private static final int DECIMALS = 4;

  /** Whole numbers below are written whole: they count something. */
  private static final double WHOLE = 1e9;

  /** As {@code 3653}, {@code 0.025848} or {@code 1.9636e+06}. */
  public String of(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double size = Math.abs(value);
    if (size < WHOLE && value == Math.rint(value)) {
      return Long.toString((long) value);
    }
    if (size != 0 && (size < 1e-4 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    return rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * A threshold, as {@code 0.4379} or {@code 0.99999994}: with the digits that tell it from 0 and
   * from 1, four decimals at least. The script of a model's page writes alike.
   */
  public String threshold(double value) {
    double distance = Math.min(value, 1 - value);
    int decimals = DECIMALS;
    if (distance > 0) {
      decimals = Math.max(decimals, 1 - (int) Math.floor(Math.log10(distance)));
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String text = rounded.stripTrailingZeros().toPlainString();
    return text.length() < DECIMALS + 2
        ? rounded.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
        : text;
  }

  /** An estimate, as {@code 0.88} or {@code 11}: without digits that it cannot know. */
  public String estimate(double value) {
    if (!Double.isFinite(value)) {
      return of(value);
    }
    double size = Math.abs(value);
    return size >= Math.pow(10, DIGITS_OF_ESTIMATE - 1)
        ? of(Math.rint(value))
        : new BigDecimal(value)
            .round(new MathContext(DIGITS_OF_ESTIMATE))
            .stripTrailingZeros()
            .toPlainString();
  }
}
