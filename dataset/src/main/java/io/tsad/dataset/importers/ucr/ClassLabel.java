package io.tsad.dataset.importers.ucr;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Class labels as the archive writes them: mostly numbers, in more than one spelling. */
final class ClassLabel {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");

  /** Numbers by value, then words; for canonical labels. */
  static final Comparator<String> ORDER =
      Comparator.comparing((String label) -> !isNumber(label))
          .thenComparingDouble(label -> isNumber(label) ? Double.parseDouble(label) : 0)
          .thenComparing(Comparator.naturalOrder());

  private ClassLabel() {}

  /**
   * One spelling for each label: {@code 1}, {@code 1.0} and {@code 1.0000000e+00} are {@code 1}.
   */
  static String canonical(String text) {
    String label = text.strip();
    if (!isNumber(label)) {
      return label;
    }
    double value = Double.parseDouble(label);
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static boolean isNumber(String label) {
    return NUMBER.matcher(label).matches();
  }
}
