package io.tsad.trainer.kernel.innovations;

/**
 * Where a {@link CompactPredictionGraph} finds what: indices of values, in the order in which they
 * are asked for.
 */
final class Lags {
  private static final int ORDER = LinearPrediction.ORDER;
  private static final int TERMS = ORDER + 1;

  /** Samples of a row of their own; a divisor of ORDER. */
  static final int ROW = 16;

  /** With those before them. */
  static final int WIDE = ORDER + ROW;

  private Lags() {}

  /** Of the first and last ORDER samples, then a zero, among those with ORDER zeros before them. */
  static long[] ends(int samples) {
    long[] places = new long[2 * ORDER + 1];
    for (int i = 0; i < ORDER; i++) {
      places[i] = (long) ORDER + i;
      places[ORDER + i] = (long) samples + i;
    }
    return places; // the last one: 0, a zero
  }

  /** Of every two lags the sum for how far apart they are, {@code [TERMS, TERMS]}: 0 is last. */
  static long[] distances() {
    long[] places = new long[TERMS * TERMS];
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < TERMS; j++) {
        places[i * TERMS + j] = (long) ORDER - Math.abs(i - j);
      }
    }
    return places;
  }

  /**
   * Of each lag what lies that much earlier than each of the first ORDER samples, and than each of
   * the ORDER after the last, zeros lying around the series: {@code [TERMS, 2 × ORDER]} among
   * {@link #ends}.
   */
  static long[] outside() {
    int zero = 2 * ORDER;
    long[] places = new long[TERMS * 2 * ORDER];
    for (int lag = 0; lag < TERMS; lag++) {
      for (int t = 0; t < ORDER; t++) {
        int at = lag * 2 * ORDER + t;
        places[at] = t >= lag ? t - lag : zero;
        places[at + ORDER] = lag > t ? 2 * ORDER + t - lag : zero;
      }
    }
    return places;
  }

  /**
   * By what a row with what is before it adds up to errors: of prediction from before at each of
   * its own samples, then of that from after, ORDER earlier; {@code [WIDE, 2 × ROW]} among TERMS
   * weights and a zero.
   */
  static long[] filters() {
    long[] places = new long[WIDE * 2 * ROW];
    for (int sample = 0; sample < WIDE; sample++) {
      for (int own = 0; own < ROW; own++) {
        int lag = ORDER + own - sample;
        boolean counts = lag >= 0 && lag <= ORDER;
        int at = sample * 2 * ROW + own;
        places[at] = counts ? lag : TERMS;
        places[at + ROW] = counts ? ORDER - lag : TERMS;
      }
    }
    return places;
  }
}
