package io.tsad.dashboard.api;

import io.javalin.http.Context;
import io.tsad.dashboard.curves.OperatingPoint;
import io.tsad.dashboard.curves.ValidationScores;
import io.tsad.dashboard.curves.Workload;
import io.tsad.dashboard.web.Parameter;
import io.tsad.dashboard.web.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which operating point is asked for: a threshold, or the lowest within a budget of false alarms,
 * or what is in force.
 *
 * @param threshold 0 to 1, or null
 * @param falseAlarmsPerDay the budget, or null; it wins over the threshold
 */
public record ExplorerQuery(
    @Nullable Double threshold, @Nullable Double falseAlarmsPerDay, Workload workload) {
  private static final double SERIES_PER_DAY = 1_000;
  private static final double BASE_RATE = 0.01;
  private static final double MOST = 1e9;

  /** As the query has it. */
  public static ExplorerQuery of(Context ctx) throws ProblemException {
    return new ExplorerQuery(
        Parameter.of(ctx, "threshold").decimal(0, 1),
        Parameter.of(ctx, "falseAlarmsPerDay").decimal(0, MOST),
        new Workload(
            Objects.requireNonNullElse(
                Parameter.of(ctx, "seriesPerDay").decimal(1, MOST), SERIES_PER_DAY),
            Objects.requireNonNullElse(Parameter.of(ctx, "baseRate").decimal(0, 1), BASE_RATE)));
  }

  /**
   * The point.
   *
   * @param inForce the model's threshold now
   */
  public OperatingPoint point(ValidationScores scores, double inForce) {
    double at =
        falseAlarmsPerDay != null
            ? OperatingPoint.thresholdFor(falseAlarmsPerDay, scores, workload)
            : Objects.requireNonNullElse(threshold, inForce);
    return OperatingPoint.at(at, scores, workload);
  }
}
