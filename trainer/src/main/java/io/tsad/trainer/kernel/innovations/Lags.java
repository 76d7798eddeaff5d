package io.tsad.trainer.kernel.innovations;

/**
 * Where a {@link CompactPredictionGraph} finds what: indices of values, in the order in which they
 * are asked for.
 */
final class Lags {
  private static final int ORDER = LinearPrediction.ORDER;
  private static final int TERMS = ORDER + 1;

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

  /**
   * Of each lag the sums of products of two samples of a row, or of one and one of the row before,
   * that are so far apart: {@code [TERMS, ORDER]} among {@code [ORDER, 2 × ORDER]}.
   */
  static long[] terms() {
    long[] places = new long[TERMS * ORDER];
    for (int lag = 0; lag < TERMS; lag++) {
      for (int i = 0; i < ORDER; i++) {
        int other = i >= lag ? i - lag : 2 * ORDER + i - lag;
        places[lag * ORDER + i] = (long) i * 2 * ORDER + other;
      }
    }
    return places;
  }

  /** How far apart every two lags are, {@code [TERMS, TERMS]}. */
  static long[] distances() {
    long[] places = new long[TERMS * TERMS];
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < TERMS; j++) {
        places[i * TERMS + j] = Math.abs(i - j);
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
   * By what a row and the one before it, {@code 2 × ORDER} samples, add up to errors: of prediction
   * from before at each sample of the row, then of that from after, ORDER earlier; among TERMS
   * weights and a zero.
   */
  static long[] filters() {
    int width = 2 * ORDER;
    long[] places = new long[width * width];
    for (int q = 0; q < width; q++) {
      for (int p = 0; p < ORDER; p++) {
        int lag = q < ORDER ? p - q : p + width - q;
        boolean counts = lag >= 0 && lag <= ORDER;
        places[q * width + p] = counts ? lag : TERMS;
        places[q * width + ORDER + p] = counts ? ORDER - lag : TERMS;
      }
    }
    return places;
  }
}
