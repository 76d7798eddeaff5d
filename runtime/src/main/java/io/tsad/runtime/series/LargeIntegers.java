package io.tsad.runtime.series;

/**
 * Series of 64-bit integers that 64-bit floats cannot hold, such as counters and times in
 * nanoseconds. Rounded, neighbours beyond 2^53 become equal; so where a series begins there, its
 * samples are taken as their differences from the first, which are exact, or rounded only as far as
 * the series' own range is wide. A model that scales by minimum and maximum answers the same.
 */
final class LargeIntegers {
  /** A series that begins below this goes beyond 2^53 only with a range of the same size. */
  private static final long LARGE = 1L << 52;

  private LargeIntegers() {}

  /** What to subtract from all samples of a series that begins with {@code first}. */
  static long offset(long first, boolean signed) {
    boolean small = signed ? first > -LARGE && first < LARGE : first >= 0 && first < LARGE;
    return small ? 0 : first;
  }

  /** The difference of two integers, unsigned or not, rounded once. */
  static double difference(long value, long offset, boolean signed) {
    boolean less = signed ? value < offset : Long.compareUnsigned(value, offset) < 0;
    return less ? -unsigned(offset - value) : unsigned(value - offset);
  }

  private static double unsigned(long value) {
    // Halve, keeping the lowest bit for correct rounding, then double again.
    return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
  }
}
