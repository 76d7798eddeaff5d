package io.tsad.dataset.generate;

import io.tsad.dataset.folder.Anomaly;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One series and what is known of it.
 *
 * @param values shape (length), finite
 * @param anomaly what is wrong with it; null for a normal series
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GeneratedSeries(double[] values, @Nullable Anomaly anomaly) {
  /** Shape (length): true where the series is anomalous. */
  public boolean[] mask() {
    boolean[] mask = new boolean[values.length];
    if (anomaly != null) {
      Arrays.fill(mask, anomaly.start(), anomaly.end(), true);
    }
    return mask;
  }
}
