package io.tsad.dashboard.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody moved a model's threshold, for the verdicts after it.
 *
 * @param operator who, or null where nobody has to say
 * @param version of the model: another training starts from its own threshold
 * @param previous the threshold before, 0 to 1
 * @param value the threshold from then on, 0 to 1
 */
public record ThresholdChange(
    Instant time,
    @Nullable String operator,
    String model,
    String version,
    double previous,
    double value) {
  public ThresholdChange {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("A threshold of " + value);
    }
  }
}
