package io.tsad.runtime.series;

/** The rule every series must keep before it is scaled: finite samples in a finite range. */
public final class FiniteValues {
  private FiniteValues() {}

  /**
   * Checks {@code values}.
   *
   * @param name what messages call the series
   * @throws InvalidSeriesException if there is no sample, a sample is NaN or infinite (its index is
   *     named), or maximum − minimum is beyond the largest 64-bit float
   */
  public static void require(String name, double[] values) throws InvalidSeriesException {
    if (values.length > 0 && isModest(values)) {
      return;
    }
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (!Double.isFinite(value)) {
        throw new InvalidSeriesException(
            name,
            (Double.isNaN(value) ? "has NaN" : "has an infinite value") + " at index " + i,
            "impute or remove missing values first");
      }
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    if (values.length == 0) {
      throw new InvalidSeriesException(name, "has no samples", "give a series of at least one");
    }
    if (Double.isInfinite(max - min)) {
      throw new InvalidSeriesException(
          name,
          "spans %s to %s, too wide for 64-bit floats".formatted(min, max),
          "divide the series by a constant first");
    }
  }

  /** Whether no sample is so large, or no number, that the rule needs a closer look. */
  private static boolean isModest(double[] values) {
    for (double value : values) {
      if (!(Math.abs(value) <= Double.MAX_VALUE / 2)) {
        return false;
      }
    }
    return true;
  }
}
