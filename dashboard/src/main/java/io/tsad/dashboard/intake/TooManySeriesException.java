package io.tsad.dashboard.intake;

/** A request brings more series than one may; those before are scored. */
public final class TooManySeriesException extends Exception {
  TooManySeriesException(int most) {
    super("More than %,d series in one request".formatted(most));
  }
}
